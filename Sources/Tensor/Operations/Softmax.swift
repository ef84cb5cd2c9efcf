/// Softmax along the last axis, yⱼ = e^(xⱼ) / Σ e^(xₖ), or its logarithm.
public struct Softmax: Differentiable {
  /// Whether the logarithm is taken.
  public let logarithm: Bool

  /// The operation, or its logarithm.
  public init(logarithm: Bool = false) { self.logarithm = logarithm }

  public var name: String { logarithm ? "log-softmax" : "softmax" }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].softmax(logarithm: logarithm) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    guard step.needs(0) else { return }
    step.add(
      step.output.widened().pullBackSoftmax(step.cotangent.widened(), logarithm: logarithm).narrowed(to: S.self), to: 0)
  }
}
