/// Each example as a vector: [N, sizes...] to [N, features].
public struct Flatten: Layer {
  /// The layer.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x.reshaped(to: x.shape[0], -1) }
}

/// Each example in a shape: [N, features] to [N, sizes...].
public struct Unflatten: Layer {
  /// The sizes of an example.
  public let sizes: [Int]

  /// The layer, such as `Unflatten(1, 28, 28)` for grey images.
  public init(_ sizes: Int...) { self.sizes = sizes }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    x.reshaped(to: Shape([x.shape[0]] + sizes))
  }
}
