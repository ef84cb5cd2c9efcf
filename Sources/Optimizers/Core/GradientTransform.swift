/// Something done to the gradient before an optimizer sees it: clipping, say, or centralizing.
///
/// ```swift
/// struct Halved: GradientTransform {
///   func apply<S: Scalar>(to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>) {
///     gradient.multiply(by: 0.5)
///   }
/// }
/// let optimizer = Adam().preceded(by: Halved())
/// ```
public protocol GradientTransform: Sendable {
  /// The state before the first step; by default none.
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S>
  /// Whether it makes something finite of gradients that are not.
  var copesWithNonFinite: Bool { get }
  /// Changes the gradient taken at the parameters; `state.step` already counts this step.
  func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>)
}

extension GradientTransform {
  public var copesWithNonFinite: Bool { false }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
}
