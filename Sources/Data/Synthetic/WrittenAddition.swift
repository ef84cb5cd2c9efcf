/// Addition of decimal numbers as texts: "05+38" is followed by "043".
///
/// All pairs of numbers with so many digits, written with leading zeros, so that texts have one length. After Zaremba and
/// Sutskever 2014 (arXiv:1410.4615).
public struct WrittenAddition: Sendable, Hashable {
  /// The digits of the numbers, from 1 to 4.
  public let digits: Int

  /// The addition of numbers with so many digits (default 2).
  public init(digits: Int = 2) {
    require((1...4).contains(digits), "numbers of 1 to 4 digits are added, not of \(digits)")
    self.digits = digits
  }

  /// The symbols of the texts.
  public var vocabulary: Vocabulary { Vocabulary(of: "+0123456789") }

  /// All pairs in two parts: `trainingShare` (default 0.9) of them at random, and the others.
  public func split(
    trainingShare: Double = 0.9, seed: UInt64
  ) throws -> (training: SequenceExamples, test: SequenceExamples) {
    let bound = repeatElement(10, count: digits).reduce(1, *)
    let parts = randomSplit(
      count: bound * bound, trainingShare: trainingShare, stream: RandomStream(seed: seed, purpose: .splitting))
    return (try examples(parts.training, bound), try examples(parts.test, bound))
  }

  private func examples(_ pairs: [Int], _ bound: Int) throws -> SequenceExamples {
    // Tokens are numbered in the order of the symbols: '+' is 0, and a digit one more than itself.
    var (inputs, targets): ([Int], [Int]) = ([], [])
    for pair in pairs {
      let (a, b) = pair.quotientAndRemainder(dividingBy: bound)
      inputs += tokens(a, digits) + [0] + tokens(b, digits)
      targets += tokens(a + b, digits + 1)
    }
    return try SequenceExamples(
      inputs: inputs, inputLength: 2 * digits + 1, targets: targets, targetLength: digits + 1, vocabularySize: 11)
  }

  private func tokens(_ number: Int, _ count: Int) -> [Int] {
    var rest = number
    var tokens: [Int] = []
    for _ in 0..<count {
      tokens.append(rest % 10 + 1)
      rest /= 10
    }
    return tokens.reversed()
  }
}
