/// A way of choosing how far to go along a direction in which the objective falls.
public protocol LineSearch: Sendable {
  /// Looks for a step length that will do, trying `step` first.
  ///
  /// Step lengths and values are Doubles: for dual parameters the search is that of their primals.
  func search<S: Scalar>(_ ray: inout Ray<S>, from step: Double) -> LineSearchOutcome<S.Accumulator>
}

/// Where a line search ended.
public struct LineSearchOutcome<Wide: Scalar>: Sendable {
  /// The best point found; its step length is 0 where none is better than the start.
  public let point: RayPoint<Wide>
  /// Whether the point meets the conditions that the search asks for.
  public let succeeded: Bool
}

/// What a step has to achieve: Wolfe 1969 (doi:10.1137/1011036), in the strong form of Nocedal and Wright 2006, eq. 3.7.
public struct WolfeConditions: Hashable, Sendable {
  /// c₁ of Armijo's condition φ(t) ≤ φ(0) + c₁ t φ′(0).
  public var decrease: Double
  /// c₂ of the curvature condition |φ′(t)| ≤ c₂ |φ′(0)|.
  public var curvature: Double

  /// The conditions with the field's usual c₁ = 1e-4 and c₂ = 0.9.
  public init(decrease: Double = 1e-4, curvature: Double = 0.9) {
    require(
      0 < decrease && decrease < curvature && curvature < 1,
      "Wolfe's conditions need 0 < c₁ < c₂ < 1, not c₁ = \(decrease) and c₂ = \(curvature)")
    self.decrease = decrease
    self.curvature = curvature
  }

  /// Whether a point is low enough for its distance.
  public func decreases<Wide>(_ point: RayPoint<Wide>, from start: RayPoint<Wide>) -> Bool {
    point.value <= start.value + decrease * point.step * start.slope
  }

  /// Whether the slope has flattened enough.
  public func flattens<Wide>(_ point: RayPoint<Wide>, from start: RayPoint<Wide>) -> Bool {
    abs(point.slope) <= -curvature * start.slope
  }

  /// Whether a point meets both conditions.
  public func hold<Wide>(at point: RayPoint<Wide>, from start: RayPoint<Wide>) -> Bool {
    decreases(point, from: start) && flattens(point, from: start)
  }
}
