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
  public var gates: Int { function.gates }

  /// The cell as kernels know it.
  var function: CellFunction {
    switch self {
    case .elman(let rectified): rectified ? .rectified : .tanh
    case .gated: .gated
    case .longShortTerm: .longShortTerm
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
