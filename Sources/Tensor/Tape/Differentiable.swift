/// One operation of tensors with its own pullback; the unit that a tape records.
///
/// An operation is a description, free of scalar type: it holds sizes and options, and both of its functions run in every
/// scalar. That is what lets one check compare Float with Double, and Double with dual numbers.
///
/// ```swift
/// struct Swish: Differentiable {
///   func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * sigmoid(x[0]) }
///   func pullback<S: Scalar>(_ step: Pullback<S>) {
///     let s = sigmoid(step[0])
///     step.add(step.cotangent * (s + step.output * (1 - s)), to: 0)
///   }
/// }
/// let y = x.applying(Swish())
/// ```
public protocol Differentiable: Sendable {
  /// The operation's value.
  func value<S: Scalar>(_ arguments: Arguments<S>) -> Tensor<S>
  /// Adds to each argument's cotangent the output's cotangent times the derivative by that argument, transposed.
  func pullback<S: Scalar>(_ step: Pullback<S>)
  /// The name under which checks and messages speak of the operation; the type's name unless given.
  var name: String { get }
}

extension Differentiable {
  public var name: String { String(describing: type(of: self)).prefix { $0 != "(" }.description }
}
