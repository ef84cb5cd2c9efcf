/// Points on two half circles that reach into one another, with noise: scikit-learn's `make_moons`.
///
/// Class 0 is (cos πt, sin πt), class 1 is (1 − cos πt, ½ − sin πt), with t uniform in 0..<1.
public struct TwoMoons: Sendable, Hashable {
  /// The standard deviation of the noise in either coordinate.
  public let noise: Double

  /// Two moons with noise (default 0.1).
  public init(noise: Double = 0.1) {
    require(noise >= 0, "noise of deviation \(noise)")
    self.noise = noise
  }

  /// Examples `first..<first + count` of a seed: features [count, 2]; the classes take turns.
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> LabeledExamples {
    try .points(count: count, seed: seed, first: first, noise: noise, classCount: 2) { label, stream in
      let share = stream.uniform01(at: 0)
      let (x, y) = (cosineOfHalfTurns(share), cosineOfHalfTurns(share - 0.5))
      return label == 0 ? (x, y) : (1 - x, 0.5 - y)
    }
  }
}
