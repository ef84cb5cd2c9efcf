/// Recurrent layers, one on the other, in one direction or two: RNN, GRU and LSTM.
///
/// x is [time, batch, features], or [batch, time, features] with `batchFirst`. Each layer in each direction is one operation,
/// `RecurrentSequence`. Initial states are zero unless given; to truncate backpropagation, hand on the last state with
/// `stopGradient`.
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
    var sequence = x
    var last: [RecurrentState<S>] = []
    for (layer, directions) in weights.enumerated() {
      if layer > 0, !dropout.isEmpty { sequence = dropout[layer - 1](sequence) }
      var outputs: [Variable<S>] = []
      for (direction, weights) in directions.enumerated() {
        let initial = start.map { part(of: $0, layer * directions.count + direction, batch: batch(x.shape)) }
        let (output, state) = run(sequence, weights, from: initial, backward: direction == 1)
        outputs.append(output)
        last.append(state)
      }
      sequence = outputs.count == 1 ? outputs[0] : concatenate(outputs, axis: -1)
    }
    let cells = last.compactMap(\.cell)
    let state = RecurrentState(
      hidden: stack(last.map(\.hidden)), cell: cells.isEmpty ? nil : stack(cells))
    return (sequence, state)
  }

  private func run<S: Scalar>(
    _ sequence: Variable<S>, _ weights: RecurrentWeights, from start: RecurrentState<S>?, backward: Bool
  ) -> (Variable<S>, RecurrentState<S>) {
    let batch = batch(sequence.shape)
    let time = sequence.shape[batchFirst ? 1 : 0]
    let operation = RecurrentSequence(
      cell.function, batchFirst: batchFirst, isReversed: backward, hasBias: weights.inputBias != nil,
      hasStart: start != nil)
    let states = start.map { [$0.hidden] + [$0.cell].compactMap { $0 } } ?? []
    let rows = Variable.applying(
      operation, to: [sequence] + weights.arguments(on: sequence.tape) + states)
    let hasCells = cell.function.hasMemory
    let outputs = hasCells ? rows.slice(0..<time * batch, axis: 0) : rows
    let output = outputs.reshaped(to: sequence.shape[0], sequence.shape[1], hidden)
    let last = backward ? 0 : time - 1
    let state = RecurrentState(
      hidden: output.slice(last..<last + 1, axis: batchFirst ? 1 : 0).reshaped(to: batch, hidden),
      cell: hasCells ? rows.slice(time * batch..<(time + 1) * batch, axis: 0) : nil)
    return (output, state)
  }

  private func batch(_ shape: Shape) -> Int { shape[batchFirst ? 0 : 1] }

  /// A layer's and direction's part of a given state.
  private func part<S: Scalar>(of given: RecurrentState<S>, _ index: Int, batch: Int) -> RecurrentState<S> {
    func part(_ all: Variable<S>) -> Variable<S> {
      require(
        all.shape == [weights.count * weights[0].count, batch, hidden],
        "an initial state of shape \(all.shape) for \(weights.count) layers, batch \(batch), \(hidden) units")
      return all.slice(index..<index + 1, axis: 0).reshaped(to: batch, hidden)
    }
    guard cell.function.hasMemory else { return RecurrentState(hidden: part(given.hidden)) }
    guard let memory = given.cell else { fatalError("a long short-term memory needs the state of its cell") }
    return RecurrentState(hidden: part(given.hidden), cell: part(memory))
  }
}
