/// NumPy's legacy generator `numpy.random.RandomState(seed)`: for problems that are defined by what it draws.
///
/// NumPy has frozen these sequences (NEP 19). Uniform numbers have NumPy's very bits. Normal ones agree within 1e-15 of their
/// size: NumPy takes the system's logarithm, this the project's own, which is the same on every machine.
public struct NumPyRandomState: Sendable, Hashable {
  private var words: MersenneTwister
  /// The polar method makes two normal numbers at a time; the second waits here.
  private var cachedNormal: Double?

  /// The generator of a seed.
  public init(seed: UInt32) { words = MersenneTwister(seed: seed) }

  /// The next number, uniform in lower..<upper: `uniform(lower, upper)`.
  public mutating func uniform(_ lower: Double = 0, _ upper: Double = 1) -> Double {
    lower + (upper - lower) * words.nextUniform()
  }

  /// The next normal number: `normal(mean, deviation)`.
  ///
  /// By Marsaglia's polar method (Marsaglia and Bray 1964, doi:10.1137/1006063).
  public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    mean + deviation * standardNormal()
  }

  private mutating func standardNormal() -> Double {
    if let cached = cachedNormal {
      cachedNormal = nil
      return cached
    }
    while true {
      let x = 2 * words.nextUniform() - 1
      let y = 2 * words.nextUniform() - 1
      let square = x * x + y * y
      if square >= 1 || square == 0 { continue }
      let factor = (-2 * PortableMath.log(square) / square).squareRoot()
      cachedNormal = factor * x
      return factor * y
    }
  }
}
