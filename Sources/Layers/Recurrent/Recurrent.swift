/// Recurrent layers, one on the other, in one direction or two: RNN, GRU and LSTM.
///
/// x is [time, batch, features], or [batch, time, features] with `batchFirst`. The input's part of the gates is one matrix
/// product for the whole sequence. Initial states are zero unless given; to truncate backpropagation, hand on the last
/// state with `stopGradient`.
///
/// ```swift
/// let lstm = Recurrent.lstm(128, hidden: 128, layers: 2)
/// let (output, state) = lstm(x, from: nil)
/// ```
public struct Recurrent: Layer {
  /// What happens at each step.
  public let cell: RecurrentCell
  /// The size of the hidden state.
  public let hidden: Int
  /// Whether the batch is the first axis.
  public let batchFirst: Bool
  /// The weights of each layer, of each direction.
  public let weights: [[RecurrentWeights]]
  /// What is dropped between layers.
  public let dropout: [Dropout]

  /// Layers of a cell; PyTorch's defaults.
  public init(
    _ cell: RecurrentCell, _ inputs: Int, hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true,
    batchFirst: Bool = false, dropout: Double = 0
  ) {
    require(
      inputs > 0 && hidden > 0 && layers > 0,
      "\(layers) recurrent layers of \(inputs) inputs and \(hidden) hidden units")
    self.cell = cell
    self.hidden = hidden
    self.batchFirst = batchFirst
    let directions = bidirectional ? 2 : 1
    weights = (0..<layers).map { layer in
      (0..<directions).map { _ in
        RecurrentWeights(
          gates: cell.gates, inputs: layer == 0 ? inputs : hidden * directions, hidden: hidden, bias: bias)
      }
    }
    self.dropout = dropout > 0 ? (1..<max(1, layers)).map { _ in Dropout(dropout) } : []
  }

  /// A long short-term memory.
  public static func lstm(
    _ inputs: Int, hidden: Int, layers: Int = 1, bidirectional: Bool = false, batchFirst: Bool = false
  ) -> Recurrent {
    Recurrent(
      .longShortTerm, inputs, hidden: hidden, layers: layers, bidirectional: bidirectional, batchFirst: batchFirst)
  }

  /// A gated recurrent unit.
  public static func gru(
    _ inputs: Int, hidden: Int, layers: Int = 1, bidirectional: Bool = false, batchFirst: Bool = false
  ) -> Recurrent {
    Recurrent(.gated, inputs, hidden: hidden, layers: layers, bidirectional: bidirectional, batchFirst: batchFirst)
  }

  /// The hidden states of the last layer at all times, the directions side by side.
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { self(x, from: nil).output }

  /// The hidden states of the last layer at all times, and the last states of all layers and directions.
  public func callAsFunction<S: Scalar>(
    _ x: Variable<S>, from start: RecurrentState<S>?
  ) -> (output: Variable<S>, state: RecurrentState<S>) {
    require(x.shape.rank == 3, "a recurrent layer takes a sequence of batches, not shape \(x.shape)")
    var sequence = batchFirst ? x.transposed(1, 0, 2) : x
    var last: [RecurrentState<S>] = []
    for (layer, directions) in weights.enumerated() {
      if layer > 0, !dropout.isEmpty { sequence = dropout[layer - 1](sequence) }
      var outputs: [Variable<S>] = []
      for (direction, weights) in directions.enumerated() {
        let initial = state(start, layer * directions.count + direction, sequence)
        let (output, state) = run(sequence, weights, from: initial, backward: direction == 1)
        outputs.append(output)
        last.append(state)
      }
      sequence = outputs.count == 1 ? outputs[0] : concatenate(outputs, axis: -1)
    }
    let cells = last.compactMap(\.cell)
    let state = RecurrentState(
      hidden: stack(last.map(\.hidden)), cell: cells.isEmpty ? nil : stack(cells))
    return (batchFirst ? sequence.transposed(1, 0, 2) : sequence, state)
  }

  private func run<S: Scalar>(
    _ sequence: Variable<S>, _ weights: RecurrentWeights, from start: RecurrentState<S>, backward: Bool
  ) -> (Variable<S>, RecurrentState<S>) {
    let (time, batch) = (sequence.shape[0], sequence.shape[1])
    let gates = weights.inputGates(sequence)
    var state = start
    var outputs: [Variable<S>] = []
    for step in 0..<time {
      let index = backward ? time - 1 - step : step
      let atStep = gates.slice(index..<index + 1, axis: 0).reshaped(to: batch, cell.gates * hidden)
      state = cell.step(atStep, state, weights)
      outputs.append(state.hidden)
    }
    return (stack(backward ? outputs.reversed() : outputs), state)
  }

  /// The state that a layer and direction begins with.
  private func state<S: Scalar>(_ given: RecurrentState<S>?, _ index: Int, _ x: Variable<S>) -> RecurrentState<S> {
    let shape = [x.shape[1], hidden] as Shape
    func part(_ all: Variable<S>?) -> Variable<S> {
      guard let all else { return x.tape.constant(Tensor.zeros(shape, pool: x.tape.pool)) }
      require(
        all.shape == [weights.count * weights[0].count, x.shape[1], hidden],
        "an initial state of shape \(all.shape) for \(weights.count) layers, batch \(x.shape[1]), \(hidden) units")
      return all.slice(index..<index + 1, axis: 0).reshaped(to: shape)
    }
    return RecurrentState(hidden: part(given?.hidden), cell: cell == .longShortTerm ? part(given?.cell) : nil)
  }
}
