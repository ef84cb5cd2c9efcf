/// The last steps with the changes of the gradient along them, which stand for an inverse Hessian.
///
/// H₀ = (y·s/y·y) I of the newest pair, updated by BFGS's formula with each pair in turn, without a matrix: the two-loop
/// recursion of Nocedal 1980 (doi:10.1090/S0025-5718-1980-0572855-7).
struct LimitedMemory<Wide: Scalar>: Sendable where Wide.Accumulator == Wide {
  /// A step, and what it told about the curvature.
  struct Pair: Sendable {
    /// s
    let step: Tensor<Wide>
    /// y, the change of the gradient.
    let gradientChange: Tensor<Wide>
    /// 1/(y·s)
    let reciprocal: Wide
  }

  /// The pairs, the oldest first.
  private(set) var pairs: [Pair] = []

  init(_ pairs: [Pair] = []) { self.pairs = pairs }

  /// Remembers a pair whose y·s is above the threshold, in place of the oldest if there are `capacity`.
  mutating func add(_ step: Tensor<Wide>, _ gradientChange: Tensor<Wide>, threshold: Double, capacity: Int) {
    let curvature = gradientChange.dot(step)
    guard curvature.double > threshold, capacity > 0 else { return }
    if pairs.count >= capacity { pairs.removeFirst(pairs.count - capacity + 1) }
    pairs.append(Pair(step: step, gradientChange: gradientChange, reciprocal: 1 / curvature))
  }

  /// Forgets everything.
  mutating func reset() { pairs = [] }

  /// y·s/y·y of the newest pair.
  var scale: Wide? {
    pairs.last.map { 1 / ($0.reciprocal * $0.gradientChange.dot($0.gradientChange)) }
  }

  /// H v
  func product(with vector: Tensor<Wide>) -> Tensor<Wide> {
    var result = vector
    var weights: [Wide] = []
    for pair in pairs.reversed() {
      let weight = pair.step.dot(result) * pair.reciprocal
      result.combine(-weight, pair.gradientChange)
      weights.append(weight)
    }
    if let scale { result.scale(by: scale) }
    for (pair, weight) in zip(pairs, weights.reversed()) {
      let other = pair.gradientChange.dot(result) * pair.reciprocal
      result.combine(weight - other, pair.step)
    }
    return result
  }
}
