// The polynomials are minimax fits by Remez's exchange in 60 digits; errors are those of the exact polynomial.
extension FloatLanes {
  /// 1.5 × 2ᵖ for a significand of p + 1 bits.
  @_alwaysEmitIntoClient @inline(__always) public static var roundingMagic: Double { 0x1.8p23 }
  /// ln 2 in two parts, the first short enough for exact products.
  @_alwaysEmitIntoClient @inline(__always) public static var naturalLogarithmOf2: (high: Double, low: Double) {
    (0.693115234375, 0.000031946184945309417232)
  }
  /// Arguments beyond which eˣ is 0 or ∞.
  @_alwaysEmitIntoClient @inline(__always) public static var exponentialRange: (low: Double, high: Double) {
    (-104, 89)
  }
  /// From here on erf x rounds to 1.
  @_alwaysEmitIntoClient @inline(__always) public static var errorFunctionLimit: Double { 4 }

  /// Self × 2ⁿ with one rounding, for n + `roundingMagic` + `exponentBias`.
  @_alwaysEmitIntoClient @inline(__always) public func scaled(byPowerIn magicPower: Self) -> Self {
    let power = unsafeBitCast(magicPower.raw, to: SIMD16<Int32>.self) &- SIMD16(repeating: 0x4B40_0000 + 127)
    // 2ⁿ itself may not be representable, its two halves always are.
    let first = power &>> SIMD16(repeating: 1)
    let second = power &- first
    let bias = SIMD16<Int32>(repeating: 127)
    let shift = SIMD16<Int32>(repeating: 23)
    let firstScale = unsafeBitCast((first &+ bias) &<< shift, to: SIMD16<Float>.self)
    let secondScale = unsafeBitCast((second &+ bias) &<< shift, to: SIMD16<Float>.self)
    return Self(raw: raw * firstScale * secondScale)
  }

  /// What is added to a number's exponent where it is stored.
  @_alwaysEmitIntoClient @inline(__always) public static var exponentBias: Double { 127 }
  /// Of arguments less than this in magnitude, eˣ = 2ⁿ + (eʳ − 1) 2ⁿ has no subnormal part that decides how it is rounded.
  @_alwaysEmitIntoClient @inline(__always) public static var ordinaryExponent: Double { 69 }
  /// An argument whose exponential is rounded to 2ⁿ with a stored exponent of 0, which is zero.
  @_alwaysEmitIntoClient @inline(__always) public static var vanishingExponent: Double { -88 }
  /// 2ⁿ for n + `roundingMagic` + `exponentBias`; 0 where the stored exponent is 0.
  @_alwaysEmitIntoClient @inline(__always) public var powerOfTwo: Self {
    // The magic number's own bits are shifted out.
    let bits = unsafeBitCast(raw, to: SIMD16<UInt32>.self) &<< SIMD16(repeating: 23)
    return Self(raw: unsafeBitCast(bits, to: SIMD16<Float>.self))
  }

  /// m and n of m × 2ⁿ = self with √½ ≤ m < √2.
  @_alwaysEmitIntoClient @inline(__always) public var mantissaAndExponent: (mantissa: Self, exponent: Self) {
    let isSubnormal = raw .< SIMD16<Float>(repeating: 0x1p-126)
    let scaled = raw.replacing(with: raw * SIMD16<Float>(repeating: 0x1p25), where: isSubnormal)
    let rootBits = SIMD16<Int32>(repeating: 0x3F35_04F3)
    let bits = unsafeBitCast(scaled, to: SIMD16<Int32>.self) &- rootBits
    let exponent = bits &>> SIMD16(repeating: 23)
    let mantissa = bits &- (exponent &<< SIMD16(repeating: 23)) &+ rootBits
    // An integer added to the bits of the magic number is a number: this converts without leaving the vector unit.
    let magicExponent = unsafeBitCast(exponent &+ SIMD16(repeating: 0x4B40_0000), to: SIMD16<Float>.self)
    let plain = magicExponent - SIMD16<Float>(repeating: 0x1.8p23)
    return (
      Self(raw: unsafeBitCast(mantissa, to: SIMD16<Float>.self)),
      Self(raw: plain.replacing(with: plain - SIMD16<Float>(repeating: 25), where: isSubnormal))
    )
  }

  /// (eʳ − 1 − r)/r², error below 2⁻²², of eʳ below 2⁻²⁷; fitted for the latter, then the coefficients were chosen
  /// among their neighboring Floats so that eʳ, rounding errors included, is off least.
  @_alwaysEmitIntoClient @inline(__always) public static func exponentialTail(_ r: Self) -> Self {
    var sum = Self(0.00138138561)
    sum = r.horner(sum, 0.00836854707)
    sum = r.horner(sum, 0.0416677855)
    sum = r.horner(sum, 0.166665211)
    sum = r.horner(sum, 0.5)
    return sum
  }

  /// (2 artanh s − 2 s)/s³ for z = s², error below 2⁻²⁹, which s³ ≤ 0.006 multiplies.
  @_alwaysEmitIntoClient @inline(__always) public static func logarithmTail(_ z: Self) -> Self {
    var sum = Self(0.23333398477115023338)
    sum = z.horner(sum, 0.28550700897017684183)
    sum = z.horner(sum, 0.40000123050721821386)
    sum = z.horner(sum, 0.66666666552752869817)
    return sum
  }

  /// erf(x)/x − 1 for z = x² ≤ 1, error below 2⁻²⁹.
  @_alwaysEmitIntoClient @inline(__always) public static func errorFunctionTail(_ z: Self) -> Self {
    var sum = Self(0.000078887805728489999919)
    sum = z.horner(sum, -0.00080207479209488973366)
    sum = z.horner(sum, 0.0051895270260604992501)
    sum = z.horner(sum, -0.026854441853524632553)
    sum = z.horner(sum, 0.11283600116507063214)
    sum = z.horner(sum, -0.37612627108327336226)
    sum = z.horner(sum, 0.12837916588796087645)
    return sum
  }

  /// −ln(1 − erf x), error below 2⁻²⁹ after multiplication by 1 − erf x.
  @_alwaysEmitIntoClient @inline(__always) public static func complementLogarithm(_ x: Self) -> Self {
    var sum = Self(-0.00018652670003815216663)
    sum = x.horner(sum, 0.0029495831577454586268)
    sum = x.horner(sum, -0.021847624392968886082)
    sum = x.horner(sum, 0.10313053306313445889)
    sum = x.horner(sum, 0.63811312124411498558)
    sum = x.horner(sum, 1.1271108900479279396)
    sum = x.horner(sum, 0.00033553454720502711453)
    return sum
  }

  /// The normal distribution function, of which the smaller tail is exp(−p(|x|))/2.
  ///
  /// Neither side needs a correct first digit near zero, as erf does: one polynomial will do. p(x) = −ln erfc(x/√2), fitted
  /// up to 5.66, error below 2⁻³² after multiplication by erfc; from there on p grows faster, and the tail is zero in the end.
  @_alwaysEmitIntoClient @inline(__always) public static func normalDistribution(_ x: Self) -> Self {
    let magnitude = x.absolute
    var sum = Self(-4.13569891061736946481e-8)
    sum = magnitude.horner(sum, 0.00000100289545887555312094)
    sum = magnitude.horner(sum, -0.0000108195412712228232209)
    sum = magnitude.horner(sum, 0.0000665777800142306428048)
    sum = magnitude.horner(sum, -0.000226924893247914751419)
    sum = magnitude.horner(sum, 0.0000468325625635084800305)
    sum = magnitude.horner(sum, 0.00477820890368884263656)
    sum = magnitude.horner(sum, -0.0363347877208262142649)
    sum = magnitude.horner(sum, -0.318309952068923274244)
    sum = magnitude.horner(sum, -0.797884560733410339308)
    // ln ½
    sum = magnitude.horner(sum, -0.693147180559945309417)
    let tail = expOfNonPositive(sum)
    return (1.0 - tail).replacing(with: tail, where: x .< Self(0))
  }
}
