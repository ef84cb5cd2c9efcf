/// Bounds on each parameter.
public struct Box: Hashable, Sendable {
  /// The smallest values allowed, −∞ where there is no bound.
  public let lower: [Double]
  /// The largest values allowed, ∞ where there is no bound.
  public let upper: [Double]

  /// Bounds for each parameter; traps where a lower bound is above its upper one.
  public init(lower: [Double], upper: [Double]) {
    require(
      lower.count == upper.count && zip(lower, upper).allSatisfy { $0 <= $1 },
      "a box needs as many lower as upper bounds, each at most its upper one, not \(lower) and \(upper)")
    self.lower = lower
    self.upper = upper
  }

  /// No bounds on `count` parameters.
  public static func unbounded(_ count: Int) -> Box {
    Box(lower: Array(repeating: -.infinity, count: count), upper: Array(repeating: .infinity, count: count))
  }

  /// Whether every parameter has both bounds.
  var isBounded: Bool { (lower + upper).allSatisfy(\.isFinite) }

  /// The nearest point within the bounds.
  func clamped<Wide: Scalar>(_ point: Tensor<Wide>) -> Tensor<Wide> {
    let elements = point.elements.indices.map { index in
      min(max(point[index], Wide(lower[index])), Wide(upper[index]))
    }
    return Tensor([point.count], elements)
  }

  /// How far one can go from a point along a direction before a bound is reached.
  func longestStep<Wide: Scalar>(from point: Tensor<Wide>, along direction: Tensor<Wide>) -> Double {
    zip(point.doubles, direction.doubles).enumerated().reduce(.infinity) {
      min($0, longestStep(index: $1.offset, from: $1.element.0, along: $1.element.1))
    }
  }

  /// How far one parameter can go from a value along a direction before its bound is reached.
  func longestStep(index: Int, from value: Double, along direction: Double) -> Double {
    guard direction != 0 else { return .infinity }
    return max(0, ((direction > 0 ? upper[index] : lower[index]) - value) / direction)
  }
}
