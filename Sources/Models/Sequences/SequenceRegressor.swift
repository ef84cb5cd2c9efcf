/// Numbers from a sequence: recurrent layers whose last state is read by a dense layer.
///
/// x has shape [batch, time, features], the result [batch, outputs]. The model of the adding problem (Hochreiter,
/// Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735; Le, Jaitly, Hinton 2015, arXiv:1504.00941). Weights begin uniform within
/// ±1/√hidden, as in PyTorch.
public struct SequenceRegressor: Layer {
  /// The recurrent layers.
  public let recurrent: Recurrent
  /// The last layer.
  public let output: Dense

  /// A model of a cell, by default one layer of long short-term memory.
  public init(
    features: Int, hidden: Int, outputs: Int = 1, layers: Int = 1, cell: RecurrentCell = .longShortTerm
  ) {
    recurrent = Recurrent(cell, features, hidden: hidden, layers: layers, batchFirst: true)
    output = Dense(hidden, outputs, initializer: .pyTorch, biasInitializer: .pyTorch(fanIn: hidden))
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { output(LastStep()(recurrent(x))) }
}
