/// A function along a ray, φ(t) = f(x + t d), for t from 0.
public struct Ray<S: Scalar> {
  /// x, where the ray begins.
  public let origin: Tensor<S.Accumulator>
  /// d, where it leads.
  public let direction: Tensor<S.Accumulator>
  /// What is known at t = 0.
  public let start: RayPoint<S.Accumulator>
  /// The step lengths at which the function was evaluated, in order.
  public private(set) var tried: [Double] = []
  private var objective: CountedObjective<S>

  /// A ray of an objective from a point where its value and gradient are known.
  public init(
    of evaluator: any Evaluator<S>, layout: ParameterLayout, from origin: Tensor<S.Accumulator>,
    along direction: Tensor<S.Accumulator>, value: Double, gradient: Tensor<S.Accumulator>
  ) {
    self.origin = origin
    self.direction = direction
    start = RayPoint(step: 0, value: value, slope: gradient.dot(direction).double, gradient: gradient)
    objective = CountedObjective(evaluator, layout: layout)
  }

  /// x + t d
  public func position(at step: Double) -> Tensor<S.Accumulator> {
    origin.adding(S.Accumulator(step), direction)
  }

  /// Evaluates the function at a step length.
  public mutating func point(at step: Double) -> RayPoint<S.Accumulator> {
    tried.append(step)
    let (value, gradient) = objective.valueAndGradient(at: position(at: step))
    return RayPoint(step: step, value: value, slope: gradient.dot(direction).double, gradient: gradient)
  }
}

/// A point on a ray, with what was found there.
public struct RayPoint<Wide: Scalar>: Sendable {
  /// t, the step length.
  public let step: Double
  /// φ(t)
  public let value: Double
  /// φ′(t), the gradient times the direction.
  public let slope: Double
  /// The gradient of f at x + t d.
  public let gradient: Tensor<Wide>
}
