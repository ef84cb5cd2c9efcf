/// A deep autoencoder: a perceptron down to a short code, linear in its last layer, and its mirror image back.
///
/// x of any shape [batch, …] with sizes[0] numbers an example; the result has x's shape and holds logits, for the binary
/// cross-entropy of pixels in [0, 1]. The default sizes are those of Hinton and Salakhutdinov 2006
/// (doi:10.1126/science.1127647) for MNIST, with sigmoid units; weights begin as Glorot's uniform values, biases at zero.
///
/// ```swift
/// let objective = Regressor(Autoencoder(), loss: .binaryCrossEntropy)
/// ```
public struct Autoencoder<Activation: Layer>: Layer {
  /// From examples to codes.
  public let encoder: MLP<Activation>
  /// From codes to logits.
  public let decoder: MLP<Activation>

  /// An autoencoder whose encoder has the given sizes, the last one that of the code.
  public init(_ sizes: [Int], activation: Activation, initializer: any Initializer = .glorot) {
    encoder = MLP(sizes, activation: activation, initializer: initializer)
    decoder = MLP(sizes.reversed(), activation: activation, initializer: initializer)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { decoder(encoder(x)).reshaped(to: x.shape) }
}

extension Autoencoder where Activation == Sigmoid {
  /// An autoencoder of sigmoid units, by default the published one: 784–1000–500–250–30 and back.
  public init(_ sizes: [Int] = [784, 1_000, 500, 250, 30]) { self.init(sizes, activation: Sigmoid()) }
}
