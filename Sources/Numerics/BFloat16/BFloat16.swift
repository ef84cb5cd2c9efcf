/// The 16-bit "brain" floating-point number: the upper half of a Float, with its 8 exponent bits and 7 fraction bits.
///
/// It has Float's range and about 2.4 decimal digits (`ulpOfOne` is 2⁻⁷). Every operation widens to Float or Double,
/// and rounds to nearest, ties to even: sums, products, quotients and square roots are correctly rounded, since Float's
/// 24 bits exceed 2·8 + 1 (Figueroa 1995, doi:10.1145/221332.221334). Subnormal results are too: there sums are exact,
/// and products and quotients of 8-bit significands keep farther from ties than Float's own rounding moves them.
/// NaNs that come out of arithmetic or a conversion are quiet.
@frozen public struct BFloat16: Sendable, BitwiseCopyable {
  /// The encoding: a sign bit, 8 exponent bits with bias 127, 7 fraction bits.
  public var bitPattern: UInt16

  /// The number with this encoding.
  @inlinable @inline(__always) public init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// Positive zero.
  @inlinable @inline(__always) public init() { bitPattern = 0 }
}
