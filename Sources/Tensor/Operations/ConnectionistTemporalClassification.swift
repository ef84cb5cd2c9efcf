/// The negative logarithm of the probability of a labelling of each sequence, summed over all alignments, [batch].
///
/// The argument holds logarithms of probabilities, [time, batch, classes]. Forward and backward sums run in logarithms, in
/// the accumulator's type. Graves, Fernández, Gomez, Schmidhuber 2006 (doi:10.1145/1143844.1143891).
public struct ConnectionistTemporalClassification: Differentiable {
  /// The labels of each sequence, none of them blank.
  public let targets: [[Int]]
  /// The number of steps of each sequence that count.
  public let lengths: [Int]
  /// The class that stands for no label.
  public let blank: Int

  /// The loss of given labellings.
  public init(targets: [[Int]], lengths: [Int], blank: Int = 0) {
    require(targets.count == lengths.count, "\(targets.count) labellings of \(lengths.count) sequences")
    self.targets = targets
    self.lengths = lengths
    self.blank = blank
  }

  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let logits = x[0]
    require(
      logits.shape.rank == 3 && logits.shape[1] == targets.count
        && lengths.allSatisfy { $0 > 0 && $0 <= logits.shape[0] },
      "\(targets.count) labellings of sequences of shape \(logits.shape)")
    let (batch, classes) = (logits.shape[1], logits.shape[2])
    let elements = logits.elements.map(\.accumulator)
    var posterior = [S](repeating: 0, count: elements.count)
    var losses: [S] = []
    for sequence in 0..<batch {
      let states = extended(targets[sequence])
      require(
        states.allSatisfy { $0 >= 0 && $0 < classes }, "labels \(targets[sequence]) lie outside \(classes) classes")
      func emission(_ time: Int, _ state: Int) -> S.Accumulator {
        elements[(time * batch + sequence) * classes + states[state]]
      }
      let sums = AlignmentSums(states: states, blank: blank, steps: lengths[sequence], emission)
      losses.append(S(accumulator: -sums.total))
      for (time, row) in sums.posterior.enumerated() {
        for (state, weight) in row.enumerated() {
          posterior[(time * batch + sequence) * classes + states[state]] += S(accumulator: weight)
        }
      }
    }
    x.save(Tensor(logits.shape, posterior, pool: x.pool))
    return Tensor([batch], losses, pool: x.pool)
  }

  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent.reshaped(to: [1, targets.count, 1] as Shape)
    step.add(-(step.saved(0) * g), to: 0)
  }

  /// The labels with a blank before, between and after them.
  private func extended(_ labels: [Int]) -> [Int] { labels.reduce(into: [blank]) { $0 += [$1, blank] } }
}

/// Sums over alignments: of all, and through each state at each time.
private struct AlignmentSums<A: Scalar> where A.Accumulator == A {
  /// The logarithm of the probability of the labelling.
  let total: A
  /// The probability of each state at each time, given the labelling.
  let posterior: [[A]]

  init(states: [Int], blank: Int, steps: Int, _ emission: (Int, Int) -> A) {
    let count = states.count
    let impossible = -A.infinity
    func skips(_ state: Int) -> Bool { state >= 2 && states[state] != blank && states[state] != states[state - 2] }
    var forward = [[A]](repeating: [A](repeating: impossible, count: count), count: steps)
    for state in 0..<min(2, count) { forward[0][state] = emission(0, state) }
    for time in 1..<max(1, steps) {
      for state in 0..<count {
        var sum = forward[time - 1][state]
        if state >= 1 { sum = Self.add(sum, forward[time - 1][state - 1]) }
        if skips(state) { sum = Self.add(sum, forward[time - 1][state - 2]) }
        forward[time][state] = sum + emission(time, state)
      }
    }
    var backward = [[A]](repeating: [A](repeating: impossible, count: count), count: steps)
    for state in max(0, count - 2)..<count { backward[steps - 1][state] = 0 }
    for time in stride(from: steps - 2, through: 0, by: -1) {
      for state in 0..<count {
        var sum = backward[time + 1][state] + emission(time + 1, state)
        if state + 1 < count { sum = Self.add(sum, backward[time + 1][state + 1] + emission(time + 1, state + 1)) }
        if state + 2 < count, skips(state + 2) {
          sum = Self.add(sum, backward[time + 1][state + 2] + emission(time + 1, state + 2))
        }
        backward[time][state] = sum
      }
    }
    var total = impossible
    for state in max(0, count - 2)..<count { total = Self.add(total, forward[steps - 1][state]) }
    self.total = total
    posterior = (0..<steps).map { time in
      (0..<count).map { state in
        let sum = forward[time][state] + backward[time][state]
        return sum > impossible && total > impossible ? A.exp(sum - total) : 0
      }
    }
  }

  /// ln(eᵃ + eᵇ)
  private static func add(_ a: A, _ b: A) -> A {
    let (low, high) = a < b ? (a, b) : (b, a)
    return low > -A.infinity ? high + A.log(1 + A.exp(low - high)) : high
  }
}
