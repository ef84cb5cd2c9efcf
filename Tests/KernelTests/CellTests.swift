import GlissadeNumerics
import Testing

/// A step of a cell and its pullback, whose rows lie apart.
struct CellOperands {
  let cell: CellFunction
  let rows: Int
  let width: Int
  let gap: Int

  /// Elements of a matrix of states.
  private var states: Int { rows * (width + gap) }
  /// Elements of all operands together.
  var count: Int { (2 * cell.blocks + 5) * states + 2 * rows * width }

  /// All operands, one after the other, after a step and its pullback.
  func results<S: Scalar>(from numbers: [S]) -> [S] {
    var numbers = numbers
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard var place = numbers.baseAddress else { return }
      func next(_ count: Int) -> UnsafeMutablePointer<S> {
        defer { place += count }
        return place
      }
      let step = CellStep(
        rows: rows, width: width, stride: width + gap,
        gateStride: cell.blocks * (width + gap), gates: next(cell.blocks * states),
        previousHidden: UnsafePointer(next(states)), previousCell: UnsafePointer(next(states)),
        previousStride: width + gap, hidden: next(states), cell: next(states))
      S.apply(cell, step)
      S.pullBack(
        cell,
        CellPullback(
          of: step, cotangent: UnsafePointer(next(states)), hiddenCarry: next(rows * width),
          cellCarry: next(rows * width), gates: next(cell.blocks * states)))
    }
    return numbers
  }
}

extension KernelTests {
  @Test(arguments: CellFunction.allCases)
  func cellsAgreeWithTheOracle(_ cell: CellFunction) {
    for (rows, width, gap) in [(1, 1, 0), (3, 7, 2), (2, 16, 0), (5, 37, 5)] {
      let operands = CellOperands(cell: cell, rows: rows, width: width, gap: gap)
      var noise = Noise(UInt64(rows + 100 * width))
      let numbers: [Double] = noise.array(operands.count, in: -2...2)
      // A dual number has no kernels: what it computes with is the oracle.
      let expected = operands.results(from: numbers.map { Dual<Double>($0) }).map(\.double)
      let name = "\(cell) of \(rows)×\(width)"
      for set in KernelSelection.current.available {
        ActiveKernels.with(set) {
          let double = operands.results(from: numbers)
          check([double], [expected], tolerance: 1e-13, "\(name) Double, \(set)")
          let float = operands.results(from: numbers.map { Float($0) }).map(\.double)
          check([float], [expected], tolerance: 1e-5, "\(name) Float, \(set)")
        }
      }
    }
  }
}
