/// The weights of one direction of one recurrent layer, the rows of all gates one after the other.
public struct RecurrentWeights: Sendable {
  /// Weights of the input, [gates · hidden, input].
  public let inputWeight: Parameter
  /// Weights of the hidden state, [gates · hidden, hidden].
  public let hiddenWeight: Parameter
  /// The bias beside the input; nil for none.
  public let inputBias: Parameter?
  /// The bias beside the hidden state; nil for none.
  public let hiddenBias: Parameter?

  /// Weights with PyTorch's initial range ±1/√hidden.
  init(gates: Int, inputs: Int, hidden: Int, bias: Bool) {
    func make(_ shape: Shape, _ role: Parameter.Role) -> Parameter {
      Parameter(shape, role: role, initializer: .pyTorch(fanIn: hidden))
    }
    inputWeight = make([gates * hidden, inputs], .weight)
    hiddenWeight = make([gates * hidden, hidden], .weight)
    inputBias = bias ? make([gates * hidden], .bias) : nil
    hiddenBias = bias ? make([gates * hidden], .bias) : nil
  }

  /// The weights as arguments of a recurrent sequence.
  func arguments<S: Scalar>(on tape: Tape<S>) -> [Variable<S>] {
    [inputWeight, hiddenWeight, inputBias, hiddenBias].compactMap { $0.map { tape[$0] } }
  }
}
