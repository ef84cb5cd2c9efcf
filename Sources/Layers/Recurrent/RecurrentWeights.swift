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
    let bound = 1 / Double(hidden).squareRoot()
    func make(_ shape: Shape, _ role: Parameter.Role) -> Parameter {
      Parameter(shape, role: role, initializer: .uniform(-bound, bound))
    }
    inputWeight = make([gates * hidden, inputs], .weight)
    hiddenWeight = make([gates * hidden, hidden], .weight)
    inputBias = bias ? make([gates * hidden], .bias) : nil
    hiddenBias = bias ? make([gates * hidden], .bias) : nil
  }

  /// The input's part of all gates at all times at once, [time, batch, gates · hidden].
  func inputGates<S: Scalar>(_ x: Variable<S>) -> Variable<S> { Self.affine(x, inputWeight, inputBias) }

  /// The hidden state's part of all gates.
  func hiddenGates<S: Scalar>(_ h: Variable<S>) -> Variable<S> { Self.affine(h, hiddenWeight, hiddenBias) }

  private static func affine<S: Scalar>(_ x: Variable<S>, _ weight: Parameter, _ bias: Parameter?) -> Variable<S> {
    if let bias { return x.applying(Affine(), x.tape[weight], x.tape[bias]) }
    return x.applying(Affine(), x.tape[weight])
  }
}
