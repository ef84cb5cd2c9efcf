// The polynomials are minimax fits by Remez's exchange in 60 digits; errors are those of the exact polynomial.
extension DoubleLanes {
  /// 1.5 × 2ᵖ for a significand of p + 1 bits.
  @_alwaysEmitIntoClient @inline(__always) public static var roundingMagic: Double { 0x1.8p52 }
  /// ln 2 in two parts, the first short enough for exact products.
  @_alwaysEmitIntoClient @inline(__always) public static var naturalLogarithmOf2: (high: Double, low: Double) {
    (0.6931471805592082091607153, 7.3710025651677989018e-13)
  }
  /// Arguments beyond which eˣ is 0 or ∞.
  @_alwaysEmitIntoClient @inline(__always) public static var exponentialRange: (low: Double, high: Double) {
    (-746, 710)
  }
  /// From here on erf x rounds to 1.
  @_alwaysEmitIntoClient @inline(__always) public static var errorFunctionLimit: Double { 6 }

  /// Self × 2ⁿ with one rounding, for n + `roundingMagic` + `exponentBias`.
  @_alwaysEmitIntoClient @inline(__always) public func scaled(byPowerIn magicPower: Self) -> Self {
    let power = unsafeBitCast(magicPower.raw, to: SIMD8<Int64>.self) &- SIMD8(repeating: 0x4338_0000_0000_0000 + 1023)
    // 2ⁿ itself may not be representable, its two halves always are.
    let first = power &>> SIMD8(repeating: 1)
    let second = power &- first
    let bias = SIMD8<Int64>(repeating: 1023)
    let shift = SIMD8<Int64>(repeating: 52)
    let firstScale = unsafeBitCast((first &+ bias) &<< shift, to: SIMD8<Double>.self)
    let secondScale = unsafeBitCast((second &+ bias) &<< shift, to: SIMD8<Double>.self)
    return Self(raw: raw * firstScale * secondScale)
  }

  /// What is added to a number's exponent where it is stored.
  @_alwaysEmitIntoClient @inline(__always) public static var exponentBias: Double { 1023 }
  /// Of arguments less than this in magnitude, eˣ = 2ⁿ + (eʳ − 1) 2ⁿ has no subnormal part that decides how it is rounded.
  @_alwaysEmitIntoClient @inline(__always) public static var ordinaryExponent: Double { 669 }
  /// An argument whose exponential is rounded to 2ⁿ with a stored exponent of 0, which is zero.
  @_alwaysEmitIntoClient @inline(__always) public static var vanishingExponent: Double { -709.2 }
  /// 2ⁿ for n + `roundingMagic` + `exponentBias`; 0 where the stored exponent is 0.
  @_alwaysEmitIntoClient @inline(__always) public var powerOfTwo: Self {
    // The magic number's own bits are shifted out.
    let bits = unsafeBitCast(raw, to: SIMD8<UInt64>.self) &<< SIMD8(repeating: 52)
    return Self(raw: unsafeBitCast(bits, to: SIMD8<Double>.self))
  }

  /// m and n of m × 2ⁿ = self with √½ ≤ m < √2.
  @_alwaysEmitIntoClient @inline(__always) public var mantissaAndExponent: (mantissa: Self, exponent: Self) {
    let isSubnormal = raw .< SIMD8<Double>(repeating: 0x1p-1022)
    let scaled = raw.replacing(with: raw * SIMD8<Double>(repeating: 0x1p54), where: isSubnormal)
    let rootBits = SIMD8<Int64>(repeating: 0x3FE6_A09E_667F_3BCD)
    let bits = unsafeBitCast(scaled, to: SIMD8<Int64>.self) &- rootBits
    let exponent = bits &>> SIMD8(repeating: 52)
    let mantissa = bits &- (exponent &<< SIMD8(repeating: 52)) &+ rootBits
    // An integer added to the bits of the magic number is a number: this converts without leaving the vector unit.
    let magicExponent = unsafeBitCast(exponent &+ SIMD8(repeating: 0x4338_0000_0000_0000), to: SIMD8<Double>.self)
    let plain = magicExponent - SIMD8<Double>(repeating: 0x1.8p52)
    return (
      Self(raw: unsafeBitCast(mantissa, to: SIMD8<Double>.self)),
      Self(raw: plain.replacing(with: plain - SIMD8<Double>(repeating: 54), where: isSubnormal))
    )
  }

  /// (eʳ − 1 − r)/r², error below 2⁻⁵³.
  @_alwaysEmitIntoClient @inline(__always) public static func exponentialTail(_ r: Self) -> Self {
    var sum = Self(2.510958113225726657e-8)
    sum = r.horner(sum, 2.7620176542352492274e-7)
    sum = r.horner(sum, 2.7557243663988298315e-6)
    sum = r.horner(sum, 0.000024801521116277523856)
    sum = r.horner(sum, 0.00019841269885333679352)
    sum = r.horner(sum, 0.0013888888917324830611)
    sum = r.horner(sum, 0.0083333333333226503971)
    sum = r.horner(sum, 0.041666666666623917284)
    sum = r.horner(sum, 0.16666666666666674106)
    sum = r.horner(sum, 0.50000000000000010279)
    return sum
  }

  /// (2 artanh s − 2 s)/s³ for z = s², error below 2⁻⁵¹, which s³ ≤ 0.006 multiplies.
  @_alwaysEmitIntoClient @inline(__always) public static func logarithmTail(_ z: Self) -> Self {
    var sum = Self(0.1461908285974995957)
    sum = z.horner(sum, 0.15331496724373656758)
    sum = z.horner(sum, 0.18182896340787867063)
    sum = z.horner(sum, 0.22222211027050360459)
    sum = z.horner(sum, 0.28571428626726853196)
    sum = z.horner(sum, 0.39999999999897385565)
    sum = z.horner(sum, 0.66666666666666698225)
    return sum
  }

  /// erf(x)/x − 1 for z = x² ≤ 1, error below 2⁻⁵⁷.
  @_alwaysEmitIntoClient @inline(__always) public static func errorFunctionTail(_ z: Self) -> Self {
    var sum = Self(-7.8011516402743658557e-10)
    sum = z.horner(sum, 1.3722946393149728526e-8)
    sum = z.horner(sum, -1.6209166357329024928e-7)
    sum = z.horner(sum, 1.6447516027403870014e-6)
    sum = z.horner(sum, -0.000014924744491077614155)
    sum = z.horner(sum, 0.0001205529530912790347)
    sum = z.horner(sum, -0.00085483259892183587808)
    sum = z.horner(sum, 0.0052239776074108411245)
    sum = z.horner(sum, -0.026866170643274175756)
    sum = z.horner(sum, 0.11283791670945231827)
    sum = z.horner(sum, -0.37612638903183544995)
    sum = z.horner(sum, 0.12837916709551256639)
    return sum
  }

  /// −ln(1 − erf x), error below 2⁻⁵⁹ after multiplication by 1 − erf x.
  @_alwaysEmitIntoClient @inline(__always) public static func complementLogarithm(_ x: Self) -> Self {
    var sum = Self(-1.0612225760602861844e-12)
    sum = x.horner(sum, 4.8461030604028293296e-11)
    sum = x.horner(sum, -1.0357545318044423739e-9)
    sum = x.horner(sum, 1.3751522371400096665e-8)
    sum = x.horner(sum, -1.2677856199347744925e-7)
    sum = x.horner(sum, 8.5736821505607740067e-7)
    sum = x.horner(sum, -4.3598235329768575286e-6)
    sum = x.horner(sum, 0.000016637255435504118579)
    sum = x.horner(sum, -0.000045404003088553070724)
    sum = x.horner(sum, 0.000071234528942538441455)
    sum = x.horner(sum, 0.000043182673899248632188)
    sum = x.horner(sum, -0.00063870554237459802586)
    sum = x.horner(sum, 0.0017660662888403760702)
    sum = x.horner(sum, -0.00027776670034086028841)
    sum = x.horner(sum, -0.019080081832749951452)
    sum = x.horner(sum, 0.10274825589514968346)
    sum = x.horner(sum, 0.63662812634312237439)
    sum = x.horner(sum, 1.1283774103187684962)
    sum = x.horner(sum, 1.7117835624923847645e-7)
    return sum
  }
}
