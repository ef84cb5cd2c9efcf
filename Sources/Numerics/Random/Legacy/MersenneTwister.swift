/// MT19937, the generator behind NumPy's `RandomState`: for problems that others have defined by it, not for new work.
///
/// The state is 624 words, and a number depends on all that were drawn before: `RandomStream` has neither fault
/// (Matsumoto and Nishimura 1998, doi:10.1145/272991.272995).
public struct MersenneTwister: Sendable, Hashable {
  private static let size = 624
  private static let middle = 397

  private var state: [UInt32]
  private var position = MersenneTwister.size

  /// The generator of a seed, by `init_genrand` of 2002, as `numpy.random.RandomState(seed)` has it.
  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for index in 1..<Self.size {
      let previous = state[index - 1]
      state.append(1_812_433_253 &* (previous ^ previous >> 30) &+ UInt32(index))
    }
  }

  /// The next 32 random bits.
  public mutating func nextWord() -> UInt32 {
    if position == Self.size { renew() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9d2c_5680
    word ^= word << 15 & 0xefc6_0000
    return word ^ word >> 18
  }

  /// The next number, uniform over the multiples of 2⁻⁵³ in 0..<1, from two words.
  public mutating func nextUniform() -> Double {
    let high = nextWord() >> 5
    let low = nextWord() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }

  private mutating func renew() {
    for index in 0..<Self.size {
      let joined = state[index] & 0x8000_0000 | state[(index + 1) % Self.size] & 0x7fff_ffff
      let twist: UInt32 = joined & 1 == 0 ? 0 : 0x9908_b0df
      state[index] = state[(index + Self.middle) % Self.size] ^ joined >> 1 ^ twist
    }
    position = 0
  }
}
