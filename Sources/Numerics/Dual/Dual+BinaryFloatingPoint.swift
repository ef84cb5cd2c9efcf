extension Dual: BinaryFloatingPoint {
  /// The base's raw fraction.
  public typealias RawSignificand = Base.RawSignificand
  /// The base's raw exponent.
  public typealias RawExponent = Base.RawExponent

  /// The base's count of exponent bits.
  @inlinable public static var exponentBitCount: Int { Base.exponentBitCount }
  /// The base's count of fraction bits.
  @inlinable public static var significandBitCount: Int { Base.significandBitCount }
  /// The primal's raw exponent.
  @inlinable public var exponentBitPattern: Base.RawExponent { primal.exponentBitPattern }
  /// The primal's raw fraction.
  @inlinable public var significandBitPattern: Base.RawSignificand { primal.significandBitPattern }

  /// The constant with this encoding in the base.
  @inlinable public init(
    sign: FloatingPointSign, exponentBitPattern: Base.RawExponent, significandBitPattern: Base.RawSignificand
  ) {
    self.init(
      constant: Base(
        sign: sign, exponentBitPattern: exponentBitPattern, significandBitPattern: significandBitPattern))
  }

  /// The primal's binade; tangent 0.
  @inlinable public var binade: Self { Self(constant: primal.binade) }
  /// How many fraction bits the primal needs.
  @inlinable public var significandWidth: Int { primal.significandWidth }
}

extension Dual: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The literal as a constant.
  @inlinable @inline(__always) public init(floatLiteral value: Base.FloatLiteralType) {
    self.init(constant: Base(floatLiteral: value))
  }
  /// The literal as a constant.
  @inlinable @inline(__always) public init(integerLiteral value: Base.IntegerLiteralType) {
    self.init(constant: Base(integerLiteral: value))
  }
}
