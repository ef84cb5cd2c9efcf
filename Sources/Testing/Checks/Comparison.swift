/// Pairs of computed and expected numbers of one tensor, with the tolerance of each.
struct Comparison {
  let tensor: NamedTensor
  var computed: [Double] = []
  var expected: [Double] = []
  var tolerance: Double
  /// Whether the numbers are elements of the tensor, not directional derivatives.
  let isElementwise: Bool

  /// The position of the worst pair and its difference relative to the tolerance.
  var worst: (position: Int, excess: Double) {
    var worst = (position: 0, excess: 0.0)
    for position in computed.indices {
      let (x, y) = (computed[position], expected[position])
      let difference = (x - y).magnitude
      // Equal infinities agree; a NaN, or one infinity, is as wrong as can be.
      let excess = x == y ? 0 : (difference.isFinite ? difference / tolerance : .infinity)
      if excess > worst.excess { worst = (position, excess) }
    }
    return worst
  }

  /// The result of a check over several tensors: its worst element and what that looks like.
  static func result(
    _ comparisons: [Comparison], reference: CheckResult.Reference, scalar: String
  ) -> CheckResult {
    let ranked = comparisons.filter { !$0.computed.isEmpty }.map { ($0, $0.worst) }
    let count = comparisons.reduce(0) { $0 + $1.computed.count }
    guard let (comparison, worst) = ranked.max(by: { $0.1.excess < $1.1.excess }) else {
      return CheckResult(
        reference: reference, scalar: scalar, count: 0, excess: .infinity, tensor: "nothing", index: nil, computed: 0,
        expected: 0, likelyCause: "there is nothing to compare: every argument is empty")
    }
    return CheckResult(
      reference: reference, scalar: scalar, count: count, excess: worst.excess, tensor: comparison.tensor.name,
      index: comparison.isElementwise ? comparison.tensor.value.shape.position(worst.position) : nil,
      computed: comparison.computed[worst.position], expected: comparison.expected[worst.position],
      likelyCause: worst.excess <= 1 ? "" : Diagnosis.likelyCause(of: comparison))
  }
}

extension Shape {
  /// The indices of an element by its place in row-major order.
  func position(_ place: Int) -> [Int] {
    var place = place
    var indices = [Int](repeating: 0, count: rank)
    for axis in (0..<rank).reversed() {
      indices[axis] = place % self[axis]
      place /= self[axis]
    }
    return indices
  }
}
