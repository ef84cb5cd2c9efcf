/// A smooth function with known minima, for trying minimizers and optimizers on.
///
/// It is written once over `Scalar`, so that dual numbers give its exact derivatives: `function.evaluator()` is an `Evaluator`.
public protocol TestFunction: Sendable {
  /// Its name, such as `rosenbrock`.
  var name: String { get }
  /// Where a search usually begins.
  var start: [Double] { get }
  /// The points of its smallest value.
  var minima: [[Double]] { get }
  /// Its smallest value.
  var minimum: Double { get }
  /// Its value at a point.
  func callAsFunction<S: Scalar>(_ x: [S]) -> S
}

extension TestFunction {
  /// The number of its parameters.
  public var dimension: Int { start.count }

  public var minimum: Double { 0 }

  /// A layout of one segment `x`, with which a `ParameterVector` begins at the start.
  public var layout: ParameterLayout { .vector(startingAt: start) }

  /// The function for optimizers and minimizers, in a scalar type.
  public func evaluator<S: Scalar>(in type: S.Type = S.self) -> FunctionEvaluator<Self, S> {
    FunctionEvaluator(self)
  }
}

extension ParameterLayout {
  /// A layout of one segment `x` of given initial values.
  public static func vector(startingAt values: [Double]) -> ParameterLayout {
    ParameterLayout([("x", Parameter([values.count], role: .weight, initializer: GivenValues(values: values)))])
  }
}

/// The same values whatever the stream.
private struct GivenValues: Initializer {
  let values: [Double]

  func values(shape: Shape, stream: RandomStream) -> [Double] { values }
}
