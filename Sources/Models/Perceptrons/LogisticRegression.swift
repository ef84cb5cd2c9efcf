/// Multinomial logistic regression: one dense layer from the features of an example to the logits of its classes.
///
/// x of shape [batch, …] is flattened to [batch, features]; the result is [batch, classes]. Weights and biases begin at
/// zero: the problem is convex, and so it is begun by scikit-learn and DeepOBS. Cox 1958 (doi:10.1111/j.2517-6161.1958.tb00292.x).
public struct LogisticRegression: Layer {
  /// The layer.
  public let linear: Dense

  /// A regression from `features` numbers to `classes` classes.
  public init(features: Int, classes: Int) { linear = Dense(features, classes, initializer: .zeros) }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { linear(flattened(x)) }
}
