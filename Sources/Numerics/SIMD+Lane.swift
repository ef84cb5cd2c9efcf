// Roots are taken of magnitudes. The standard library's root is C's, which sets errno where a number is negative, so that
// it is taken element by element, but for compilers that know better: by a flag, which a client's module does not have, or
// because the sign bit has just been cleared, which makes it one instruction for a register.

extension SIMD16<Float>: Lane {
  @inlinable @inline(__always) public init(_ value: Double) { self.init(repeating: Float(value)) }

  /// Element by element, the correctly rounded square root; −0 of −0, NaN of negative numbers.
  @inlinable @inline(__always) public func squareRoot() -> Self {
    let bits = unsafeBitCast(self, to: SIMD16<UInt32>.self)
    let root = magnitudeRoot()
    // All ones, which are a NaN.
    let invalid = unsafeBitCast(self .< 0, to: SIMD16<UInt32>.self)
    return unsafeBitCast(
      unsafeBitCast(root, to: SIMD16<UInt32>.self) | (bits & 0x8000_0000) | invalid, to: Self.self)
  }

  /// Element by element, the correctly rounded square root of the absolute value.
  @inlinable @inline(__always) public func magnitudeRoot() -> Self {
    let bits = unsafeBitCast(self, to: SIMD16<UInt32>.self)
    return standardSquareRoot(unsafeBitCast(bits & 0x7fff_ffff, to: Self.self))
  }

  /// Of subnormal elements, the sign alone. Comparing them costs no more than others.
  @inlinable @inline(__always) public var withoutSubnormals: Self {
    let bits = unsafeBitCast(self, to: SIMD16<UInt32>.self)
    let magnitude = unsafeBitCast(bits & 0x7fff_ffff, to: SIMD16<Float>.self)
    let isSmall = unsafeBitCast(magnitude .< Float.leastNormalMagnitude, to: SIMD16<UInt32>.self)
    return unsafeBitCast(bits & ~(isSmall & 0x7fff_ffff), to: Self.self)
  }
}

extension SIMD8<Double>: Lane {
  @inlinable @inline(__always) public init(_ value: Double) { self.init(repeating: value) }

  /// Element by element, the correctly rounded square root; −0 of −0, NaN of negative numbers.
  @inlinable @inline(__always) public func squareRoot() -> Self {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let root = magnitudeRoot()
    let invalid = unsafeBitCast(self .< 0, to: SIMD8<UInt64>.self)
    return unsafeBitCast(
      unsafeBitCast(root, to: SIMD8<UInt64>.self) | (bits & 0x8000_0000_0000_0000) | invalid, to: Self.self)
  }

  /// Element by element, the correctly rounded square root of the absolute value.
  @inlinable @inline(__always) public func magnitudeRoot() -> Self {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    return standardSquareRoot(unsafeBitCast(bits & 0x7fff_ffff_ffff_ffff, to: Self.self))
  }

  /// Of subnormal elements, the sign alone. Comparing them costs no more than others.
  @inlinable @inline(__always) public var withoutSubnormals: Self {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let magnitude = unsafeBitCast(bits & 0x7fff_ffff_ffff_ffff, to: SIMD8<Double>.self)
    let isSmall = unsafeBitCast(magnitude .< Double.leastNormalMagnitude, to: SIMD8<UInt64>.self)
    return unsafeBitCast(bits & ~(isSmall & 0x7fff_ffff_ffff_ffff), to: Self.self)
  }
}

/// The standard library's, where a type has one of its own.
@inlinable @inline(__always)
func standardSquareRoot<V: SIMD>(_ x: V) -> V where V.Scalar: FloatingPoint { x.squareRoot() }
