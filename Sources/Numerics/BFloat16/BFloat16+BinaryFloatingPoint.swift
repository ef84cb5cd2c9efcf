extension BFloat16: BinaryFloatingPoint {
  /// The type of the raw fraction bits.
  public typealias RawSignificand = UInt16
  /// The type of the raw exponent bits.
  public typealias RawExponent = UInt

  /// 8
  @inlinable public static var exponentBitCount: Int { 8 }
  /// 7, without the implicit leading bit.
  @inlinable public static var significandBitCount: Int { 7 }
  /// The exponent plus 127, as encoded.
  @inlinable public var exponentBitPattern: UInt { UInt((bitPattern &>> 7) & 0xff) }
  /// The fraction bits, as encoded.
  @inlinable public var significandBitPattern: UInt16 { bitPattern & 0x7f }

  /// The number with this encoding; excess bits are ignored.
  @inlinable public init(sign: FloatingPointSign, exponentBitPattern: UInt, significandBitPattern: UInt16) {
    let signBit: UInt16 = sign == .minus ? 0x8000 : 0
    let exponent = UInt16(truncatingIfNeeded: exponentBitPattern & 0xff) &<< 7
    self.init(bitPattern: signBit | exponent | (significandBitPattern & 0x7f))
  }

  /// The power of two with this number's exponent and sign; zero for zero, NaN if not finite.
  @inlinable public var binade: Self { Self(Float(self).binade) }
  /// How many fraction bits the value needs; −1 for zero, infinity and NaN.
  @inlinable public var significandWidth: Int { Float(self).significandWidth }
}

extension BFloat16: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The literal, rounded by way of Double.
  @inlinable @inline(__always) public init(floatLiteral value: Double) { self.init(value) }
  /// The literal, rounded once.
  @inlinable @inline(__always) public init(integerLiteral value: Int) { self.init(value) }
}
