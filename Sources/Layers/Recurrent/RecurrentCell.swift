/// What happens at one step of a recurrent layer.
public enum RecurrentCell: Hashable, Sendable {
  /// h ← f(W x + b + U h + c) with f = tanh or max(·, 0) (Elman 1990, doi:10.1207/s15516709cog1402_1).
  case elman(rectified: Bool)
  /// Gated recurrent unit: r, z = σ(…), n = tanh(W x + b + r (U h + c)), h ← (1 − z) n + z h.
  ///
  /// Cho et al. 2014 (arXiv:1406.1078), in PyTorch's and cuDNN's variant.
  case gated
  /// Long short-term memory: i, f, o = σ(…), g = tanh(…), c ← f c + i g, h ← o tanh c.
  ///
  /// Hochreiter, Schmidhuber 1997 (doi:10.1162/neco.1997.9.8.1735), with the forget gate of Gers et al. 2000.
  case longShortTerm

  /// The number of gates, in PyTorch's order: r, z, n, or i, f, g, o.
  public var gates: Int {
    switch self {
    case .elman: 1
    case .gated: 3
    case .longShortTerm: 4
    }
  }

  /// The next state, from the input's part of the gates.
  func step<S: Scalar>(
    _ inputGates: Variable<S>, _ state: RecurrentState<S>, _ weights: RecurrentWeights
  ) -> RecurrentState<S> {
    let hiddenGates = weights.hiddenGates(state.hidden)
    switch self {
    case .elman(let rectified):
      let sum = inputGates + hiddenGates
      return RecurrentState(hidden: rectified ? relu(sum) : tanh(sum))
    case .gated:
      let (x, h) = (inputGates.split(3, axis: -1), hiddenGates.split(3, axis: -1))
      let (reset, update) = (sigmoid(x[0] + h[0]), sigmoid(x[1] + h[1]))
      let new = tanh(x[2] + reset * h[2])
      return RecurrentState(hidden: new + update * (state.hidden - new))
    case .longShortTerm:
      guard let cell = state.cell else { fatalError("a long short-term memory needs the state of its cell") }
      let gates = (inputGates + hiddenGates).split(4, axis: -1)
      let next = sigmoid(gates[1]) * cell + sigmoid(gates[0]) * tanh(gates[2])
      return RecurrentState(hidden: sigmoid(gates[3]) * tanh(next), cell: next)
    }
  }
}

/// The state of a recurrent layer, or of several, one after the other on the first axis.
public struct RecurrentState<S: Scalar> {
  /// What is handed on as output, [batch, hidden], or [layers · directions, batch, hidden].
  public var hidden: Variable<S>
  /// The memory of a long short-term memory, of the same shape; nil for other cells.
  public var cell: Variable<S>?

  /// A state.
  public init(hidden: Variable<S>, cell: Variable<S>? = nil) {
    self.hidden = hidden
    self.cell = cell
  }
}
