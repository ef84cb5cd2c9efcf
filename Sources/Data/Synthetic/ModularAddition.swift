/// Addition modulo a number as a table to be completed: networks that know part of it by heart find the rule long after.
///
/// Every pair (a, b) is an example of class (a + b) mod p. Power et al. 2022 (arXiv:2201.02177); with one-hot inputs and a
/// perceptron, Gromov 2023 (arXiv:2301.02679).
public struct ModularAddition: Sendable, Hashable {
  /// How the two numbers are given.
  public enum Encoding: Sendable, Hashable {
    /// 2 p features: a 1 at a among the first p, and one at b among the others.
    case oneHot
    /// The two numbers themselves, as for an embedding.
    case numbers
  }

  /// What sums are taken modulo of.
  public let modulus: Int

  /// Addition modulo a number (default 97).
  public init(modulus: Int = 97) {
    require(modulus > 0, "sums are taken modulo a positive number, not \(modulus)")
    self.modulus = modulus
  }

  /// The table in two parts: `trainingShare` (default 0.5) of the pairs at random, and the others.
  public func split(
    trainingShare: Double = 0.5, seed: UInt64, encoding: Encoding = .oneHot
  ) throws -> (training: LabeledExamples, test: LabeledExamples) {
    let parts = randomSplit(
      count: modulus * modulus, trainingShare: trainingShare, stream: RandomStream(seed: seed, purpose: .splitting))
    return (try examples(parts.training, encoding), try examples(parts.test, encoding))
  }

  /// The examples of pairs with the numbers a p + b.
  private func examples(_ pairs: [Int], _ encoding: Encoding) throws -> LabeledExamples {
    let width = encoding == .oneHot ? 2 * modulus : 2
    var features = [Float](repeating: 0, count: pairs.count * width)
    for (row, pair) in pairs.enumerated() {
      let (a, b) = pair.quotientAndRemainder(dividingBy: modulus)
      switch encoding {
      case .oneHot:
        features[row * width + a] = 1
        features[row * width + modulus + b] = 1
      case .numbers:
        features[row * width] = Float(a)
        features[row * width + 1] = Float(b)
      }
    }
    let labels = pairs.map { ($0 / modulus + $0 % modulus) % modulus }
    return try LabeledExamples(
      features: Tensor([pairs.count, width], features), labels: labels, classCount: modulus)
  }
}
