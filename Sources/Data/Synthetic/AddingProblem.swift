/// The adding problem: find the sum of two marked numbers in a long sequence.
///
/// Each step of a sequence has a number, uniform in 0..<1, and a mark; two steps are marked with 1, one in each half, the
/// others with 0. Predicting 1 always has a mean squared error of 1/6. Hochreiter and Schmidhuber 1997
/// (doi:10.1162/neco.1997.9.8.1735); in this form, Le, Jaitly, Hinton 2015 (arXiv:1504.00941).
public struct AddingProblem: Sendable, Hashable {
  /// The steps of a sequence, at least 2.
  public let length: Int

  /// The problem with sequences of a length (default 100).
  public init(length: Int = 100) {
    require(length >= 2, "a sequence to add in has at least 2 steps, not \(length)")
    self.length = length
  }

  /// Examples `first..<first + count` of a seed: inputs [count, length, 2], targets [count, 1].
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> TargetExamples {
    var features: [Float] = []
    var targets: [Float] = []
    features.reserveCapacity(count * length * 2)
    for example in first..<first + count {
      let stream = RandomStream(seed: seed, purpose: .synthesis, index: example)
      let half = length / 2
      let marked = [
        stream.integer(at: length, below: half), half + stream.integer(at: length + 1, below: length - half),
      ]
      let numbers = (0..<length).map { Float(stream.uniform01(at: $0)) }
      for step in 0..<length { features += [numbers[step], marked.contains(step) ? 1 : 0] }
      targets.append(numbers[marked[0]] + numbers[marked[1]])
    }
    return try TargetExamples(
      features: Tensor([count, length, 2], features), targets: Tensor([count, 1], targets))
  }
}
