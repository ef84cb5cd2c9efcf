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

/// An optimizer on transformed gradients.
///
/// The last transform written is the first applied: `Adam().preceded(by: a).preceded(by: b)` applies b, then a, then Adam.
public struct Preceded<Transform: GradientTransform, Base: Optimizer>: OptimizerWrapper {
  /// What is done to the gradient first.
  public var transform: Transform
  /// What steps along the transformed gradient.
  public var base: Base

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(inner: [base.initialState(for: parameters), transform.initialState(for: parameters)])
  }

  public var copesWithNonFinite: Bool { transform.copesWithNonFinite || base.copesWithNonFinite }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    state.inner[1].step += 1
    transform.apply(to: &gradient, at: parameters, state: &state.inner[1])
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

extension Optimizer {
  /// This optimizer on gradients to which something is done first.
  public func preceded<Transform: GradientTransform>(by transform: Transform) -> Preceded<Transform, Self> {
    Preceded(transform: transform, base: self)
  }
}
