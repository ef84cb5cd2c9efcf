/// A differentiable program whose gradients can be checked: an operation, a layer, or a function of several.
public protocol GradientSubject: Sendable {
  /// What the report calls it.
  var name: String { get }
  /// The tensors by which it is differentiated, and the point at which.
  var point: [NamedTensor] { get }
  /// Puts the values on the tape and runs the program; the variables come back in the order of `point`.
  func evaluate<S: Scalar>(_ values: [Tensor<S>], on tape: Tape<S>) -> (variables: [Variable<S>], output: Variable<S>)
}

/// A tensor with the name under which a report speaks of it.
public struct NamedTensor: Sendable {
  /// The name.
  public let name: String
  /// The tensor.
  public let value: Tensor<Double>

  /// A tensor with a name.
  public init(_ name: String, _ value: Tensor<Double>) {
    self.name = name
    self.value = value
  }
}
