/// A recurrent cell's hidden states over a whole sequence: all products with inputs are one, and so are those for the
/// weights' gradients; only products with hidden states are taken step by step, rows of the batch by several threads.
///
/// Arguments: x [time, batch, inputs], or [batch, time, inputs] with `batchFirst`; W [gates · hidden, inputs] and U [gates ·
/// hidden, hidden]; with biases, those of W and U, [gates · hidden]; with a start, the hidden state [batch, hidden] and, of a
/// long short-term memory, the cell. The result has a row for each of x, in the same order, [time · batch, hidden]; a
/// long short-term memory's has `batch` more, the last cells.
///
/// Kept for the pullback are the gates and the cells. All of it is computed in the accumulator's type.
public struct RecurrentSequence: Differentiable {
  /// The cell.
  public let cell: CellFunction
  /// Whether the batch is the first axis of x.
  public let batchFirst: Bool
  /// Whether the last step comes first.
  public let isReversed: Bool
  /// Whether there are biases.
  public let hasBias: Bool
  /// Whether there is a state to start from, not zeros.
  public let hasStart: Bool

  /// The operation.
  public init(
    _ cell: CellFunction, batchFirst: Bool = false, isReversed: Bool = false, hasBias: Bool = true,
    hasStart: Bool = false
  ) {
    self.cell = cell
    self.batchFirst = batchFirst
    self.isReversed = isReversed
    self.hasBias = hasBias
    self.hasStart = hasStart
  }

  // Where arguments stand.
  private var startIndex: Int { hasBias ? 5 : 3 }
  private var argumentCount: Int { startIndex + (hasStart ? (cell.hasMemory ? 2 : 1) : 0) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    require(x.count == argumentCount, "a recurrent sequence of \(cell) has \(argumentCount) arguments, not \(x.count)")
    let plan = RecurrentPlan(self, input: x[0].shape, weight: x[1].shape, hiddenWeight: x[2].shape)
    for index in 3..<startIndex { plan.check(x[index].shape, [cell.gates * plan.width], "a bias") }
    for index in startIndex..<argumentCount { plan.check(x[index].shape, [plan.batch, plan.width], "a start") }
    let gates = Tensor<S.Accumulator>(uninitialized: [plan.rows, plan.gateStride], pool: x.pool)
    let cells = Tensor<S.Accumulator>(uninitialized: [cell.hasMemory ? plan.rows : 0, plan.width], pool: x.pool)
    let hidden = Tensor<S.Accumulator>(uninitialized: [plan.outputRows, plan.width], pool: x.pool)
    let start = start(plan, pool: x.pool) { x[$0].widened() }
    plan.multiplyInputs(
      x[0].widened(), x[1].widened(), biases: hasBias ? (x[3].widened(), x[4].widened()) : nil, into: gates)
    plan.takeSteps(
      x[2].widened(), bias: hasBias ? x[4].widened() : nil, from: start, gates: gates, cells: cells, into: hidden)
    x.save(gates.narrowed(to: S.self))
    x.save(cells.narrowed(to: S.self))
    return hidden.narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let plan = RecurrentPlan(self, input: step[0].shape, weight: step[1].shape, hiddenWeight: step[2].shape)
    let g = step.cotangent.widened()
    let pool = g.pool
    let hidden = step.output.widened()
    let start = start(plan, pool: pool) { step[$0].widened() }
    var sums = Tensor<S.Accumulator>(uninitialized: [plan.rows, plan.gateStride], pool: pool)
    let carries = plan.retraceSteps(
      step[2].widened(), from: start, gates: step.saved(0).widened(), cells: step.saved(1).widened(), hidden: hidden,
      cotangent: g, into: sums)
    if step.needs(0) {
      step.add(plan.inputCotangent(sums, weight: step[1].widened(), shape: step[0].shape).narrowed(to: S.self), to: 0)
    }
    if step.needs(1) {
      step.add(plan.weightCotangent(sums, input: step[0].widened()).narrowed(to: S.self), to: 1)
    }
    if hasBias {
      let (inputBias, hiddenBias) = plan.biasCotangents(sums)
      step.add(inputBias.narrowed(to: S.self), to: 3)
      step.add(hiddenBias.narrowed(to: S.self), to: 4)
    }
    // The last to read the sums: it overwrites some.
    if step.needs(2) {
      step.add(
        plan.hiddenWeightCotangent(&sums, hidden: hidden, start: hasStart ? start.hidden : nil).narrowed(to: S.self),
        to: 2)
    }
    sums.recycle()
    guard hasStart else { return }
    step.add(carries.hidden.narrowed(to: S.self), to: startIndex)
    if cell.hasMemory { step.add(carries.cell.narrowed(to: S.self), to: startIndex + 1) }
  }

  /// The state to start from: arguments, or zeros.
  private func start<A: Scalar>(
    _ plan: RecurrentPlan, pool: StoragePool?, _ argument: (Int) -> Tensor<A>
  ) -> (hidden: Tensor<A>, cell: Tensor<A>) {
    if hasStart { return (argument(startIndex), argument(cell.hasMemory ? startIndex + 1 : startIndex)) }
    let zeros = Tensor<A>.zeros([plan.batch, plan.width], pool: pool)
    return (zeros, zeros)
  }
}

extension CellFunction {
  /// The number of gates, each with weights of its own.
  package var gates: Int {
    switch self {
    case .tanh, .rectified: 1
    case .gated: 3
    case .longShortTerm: 4
    }
  }

  /// Whether there is a cell beside the hidden state.
  package var hasMemory: Bool { self == .longShortTerm }

  /// Where in the blocks the hidden weights' gates stand, as runs: the last gate of a gated unit has a block of its own.
  var hiddenRuns: [(gates: Range<Int>, block: Int)] {
    self == .gated ? [(0..<2, 0), (2..<3, 3)] : [(0..<gates, 0)]
  }
}
