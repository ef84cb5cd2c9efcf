/// A slot for a trainable tensor: what a layer holds in place of values.
///
/// A slot has an identity. Two layers that hold the same slot share their weights. The values live in a
/// `ParameterVector`, so one model runs in any precision and with any number of sets of weights.
public final class Parameter: Sendable {
  /// The sizes of the axes.
  public let shape: Shape
  /// What the parameter is for, for methods that treat weights and biases differently.
  public let role: Role
  /// How the values begin.
  public let initializer: any Initializer

  /// What a parameter is for.
  public enum Role: String, Sendable, CaseIterable {
    /// A matrix or kernel that multiplies its input.
    case weight
    /// An offset that is added.
    case bias
    /// A gain or offset of a normalization.
    case normalization
    /// A table of vectors.
    case embedding
  }

  /// A slot of the given shape.
  public init(_ shape: Shape, role: Role, initializer: any Initializer) {
    self.shape = shape
    self.role = role
    self.initializer = initializer
  }
}

/// How the values of a parameter begin: a function of its shape and of a stream of random numbers.
///
/// Values are drawn in Double and rounded once, so models of every scalar type begin at the same point.
public protocol Initializer: Sendable {
  /// The values of a parameter of the given shape, row-major.
  func values(shape: Shape, stream: RandomStream) -> [Double]
}
