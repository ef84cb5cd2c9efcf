/// Points on spirals that wind around one another, one class each, with noise.
///
/// A point at share t of its arm lies at radius t and angle 2π (turns t + class/classes). After Lang and Witbrock 1988,
/// "Learning to tell two spirals apart".
public struct Spirals: Sendable, Hashable {
  /// The number of spirals.
  public let classCount: Int
  /// How often each winds around the origin.
  public let turns: Double
  /// The standard deviation of the noise in either coordinate.
  public let noise: Double

  /// Spirals, by default two with one turn and a half.
  public init(classCount: Int = 2, turns: Double = 1.5, noise: Double = 0.02) {
    require(
      classCount > 0 && turns.isFinite && noise >= 0, "\(classCount) spirals of \(turns) turns with noise \(noise)")
    self.classCount = classCount
    self.turns = turns
    self.noise = noise
  }

  /// Examples `first..<first + count` of a seed: features [count, 2]; the classes take turns.
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> LabeledExamples {
    try .points(count: count, seed: seed, first: first, noise: noise, classCount: classCount) { label, stream in
      let share = stream.uniform01(at: 0)
      let halfTurns = 2 * (turns * share + Double(label) / Double(classCount))
      return (share * cosineOfHalfTurns(halfTurns), share * cosineOfHalfTurns(halfTurns - 0.5))
    }
  }
}
