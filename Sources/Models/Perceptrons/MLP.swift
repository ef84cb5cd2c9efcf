/// A multilayer perceptron: dense layers with an activation between them.
///
/// x of shape [batch, …] is flattened to [batch, sizes[0]]; the result is [batch, sizes.last]. Rumelhart, Hinton, Williams
/// 1986 (doi:10.1038/323533a0).
///
/// ```swift
/// let model = MLP(784, 512, 256, 10)
/// let smooth = MLP([64, 128, 10], activation: Tanh(), initializer: .glorot)
/// ```
/// Parameters have the names of a PyTorch `Sequential` whose activations count: `0.weight`, `2.weight`, …
public struct MLP<Activation: Layer>: Layer {
  /// The dense layers, first applied first.
  public let layers: [Dense]
  /// What comes between them; if it has parameters, all places share them.
  public let activation: Activation

  /// A perceptron with the given numbers of inputs, hidden units and outputs.
  ///
  /// Weights begin as He's uniform values, those of the last layer as Glorot's, biases at zero.
  public init(
    _ sizes: [Int], activation: Activation, bias: Bool = true, initializer: any Initializer = .he,
    outputInitializer: (any Initializer)? = .glorot
  ) {
    require(sizes.count >= 2, "a perceptron has at least inputs and outputs, not sizes \(sizes)")
    layers = (1..<sizes.count).map { index in
      let isLast = index == sizes.count - 1
      return Dense(
        sizes[index - 1], sizes[index], bias: bias, initializer: isLast ? outputInitializer ?? initializer : initializer
      )
    }
    self.activation = activation
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    var x = flattened(x)
    for layer in layers.dropLast() { x = layer(x, then: activation) }
    return layers[layers.count - 1](x)
  }

  public func collectSlots(into collector: inout SlotCollector) {
    for (index, layer) in layers.enumerated() { collector.collect(layer, named: "\(2 * index)") }
    collector.collect(activation, named: "activation")
  }
}

extension MLP where Activation == ReLU {
  /// A perceptron of rectified linear units with the given numbers of inputs, hidden units and outputs.
  public init(_ sizes: Int...) { self.init(sizes, activation: ReLU()) }
}
