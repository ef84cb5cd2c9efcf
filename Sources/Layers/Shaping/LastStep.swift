/// The last step of each sequence: [batch, time, features] to [batch, features].
public struct LastStep: Layer {
  /// The layer.
  public init() {}

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(x.shape.rank == 3, "a sequence has shape [batch, time, features], not \(x.shape)")
    let (batch, time, features) = (x.shape[0], x.shape[1], x.shape[2])
    return x.slice(time - 1..<time, axis: 1).reshaped(to: batch, features)
  }
}
