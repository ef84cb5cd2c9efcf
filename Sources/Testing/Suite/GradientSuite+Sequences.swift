extension GradientSuite {
  /// Recurrent sequences and attention with each of their options.
  static var sequences: [any GradientSubject] { recurrent + attention }

  private static var recurrent: [any GradientSubject] {
    let cells: [(CellFunction, gates: Int, blocks: String)] = [
      (.tanh, 1, "RNN"), (.rectified, 1, "rectified RNN"), (.gated, 3, "GRU"), (.longShortTerm, 4, "LSTM"),
    ]
    let flags = [false, true]
    return cells.flatMap { cell, gates, name in
      flags.flatMap { batchFirst in
        flags.flatMap { isReversed in
          flags.map { isFull -> any GradientSubject in
            sequence(
              RecurrentSequence(
                cell, batchFirst: batchFirst, isReversed: isReversed, hasBias: isFull, hasStart: isFull),
              gates: gates,
              name: "\(name) sequence" + (batchFirst ? ", batch first" : "") + (isReversed ? ", reversed" : "")
                + (isFull ? ", biases and start" : ""))
          }
        }
      }
    }
  }

  /// Three steps of two sequences of two inputs to three units; sums stay away from where a rectified one has its kink.
  private static func sequence(_ operation: RecurrentSequence, gates: Int, name: String) -> any GradientSubject {
    var point = [
      0.5 * sample(operation.batchFirst ? [2, 3, 2] : [3, 2, 2]), 0.5 * sample([gates * 3, 2], seed: 2),
      0.5 * sample([gates * 3, 3], seed: 3),
    ]
    if operation.hasBias { point += [0.5 * sample([gates * 3], seed: 4), 0.5 * sample([gates * 3], seed: 5)] }
    if operation.hasStart {
      point += [sample([2, 3], seed: 6)] + (operation.cell == .longShortTerm ? [sample([2, 3], seed: 7)] : [])
    }
    return OperationSubject(operation, at: point, name: name)
  }

  private static var attention: [any GradientSubject] {
    func subject(
      _ operation: Attention, _ q: Shape, _ k: Shape, _ v: Shape, mask: Shape? = nil, _ name: String
    ) -> any GradientSubject {
      let masks = mask.map { [sample($0, seed: 4)] } ?? []
      return OperationSubject(
        operation, at: [0.5 * sample(q), 0.5 * sample(k, seed: 2), sample(v, seed: 3)] + masks,
        name: "attention, \(name)")
    }
    return [
      subject(Attention(), [3, 2], [4, 2], [4, 3], "matrices"),
      subject(Attention(scale: 0.75), [2, 2, 3, 2], [2, 2, 4, 2], [2, 2, 4, 3], "two axes before, scaled"),
      subject(Attention(heads: 2), [2, 3, 4], [2, 4, 4], [2, 4, 6], "heads"),
      subject(Attention(heads: 2, isCausal: true), [1, 4, 4], [1, 4, 4], [1, 4, 4], "causal"),
      subject(Attention(isCausal: true), [3, 2], [5, 2], [5, 2], "causal, keys that none sees"),
      subject(Attention(isCausal: true), [5, 2], [3, 2], [3, 2], "causal, more queries than keys"),
      subject(Attention(heads: 1, isCausal: true), [1, 70, 1], [1, 70, 1], [1, 70, 1], "causal, several blocks"),
      subject(Attention(heads: 2), [2, 3, 4], [2, 4, 4], [2, 4, 4], mask: [3, 4], "mask for all"),
      subject(Attention(heads: 2), [2, 3, 4], [2, 4, 4], [2, 4, 4], mask: [2, 1, 1, 4], "mask of keys"),
      subject(Attention(heads: 2), [2, 3, 4], [2, 4, 4], [2, 4, 4], mask: [1, 2, 3, 1], "mask of queries"),
      subject(Attention(), [2, 3, 2], [2, 4, 2], [2, 4, 2], mask: [2, 3, 4], "mask for each"),
    ]
  }
}
