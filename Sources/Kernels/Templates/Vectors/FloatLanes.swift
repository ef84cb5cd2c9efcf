/// 16 Floats, with the arithmetic of one instruction-set build.
@frozen public struct FloatLanes<Instructions: VectorInstructions>: KernelVector {
  /// One truth value for each element.
  public typealias Mask = SIMDMask<SIMD16<Int32>>
  /// The elements.
  public var raw: SIMD16<Float>

  /// A vector of the given elements.
  @_alwaysEmitIntoClient @inline(__always) public init(raw: SIMD16<Float>) { self.raw = raw }
  /// The same value in every element.
  @_alwaysEmitIntoClient @inline(__always) public init(_ value: Double) {
    raw = SIMD16<Float>(repeating: Float(value))
  }
  /// Elements in one vector.
  @_alwaysEmitIntoClient @inline(__always) public static var width: Int { 16 }
  /// The elements at an address.
  @_alwaysEmitIntoClient @inline(__always) public static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self))
  }
  /// Writes the elements to an address.
  @_alwaysEmitIntoClient @inline(__always) public func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD16<Float>.self)
  }
  /// Element by element, the sum.
  @_alwaysEmitIntoClient @inline(__always) public static func + (left: Self, right: Self) -> Self {
    Self(raw: left.raw + right.raw)
  }
  /// Element by element, the difference.
  @_alwaysEmitIntoClient @inline(__always) public static func - (left: Self, right: Self) -> Self {
    Self(raw: left.raw - right.raw)
  }
  /// Element by element, the product.
  @_alwaysEmitIntoClient @inline(__always) public static func * (left: Self, right: Self) -> Self {
    Self(raw: left.raw * right.raw)
  }
  /// Element by element, the quotient.
  @_alwaysEmitIntoClient @inline(__always) public static func / (left: Self, right: Self) -> Self {
    Self(raw: left.raw / right.raw)
  }
  /// Element by element, the value with the other sign.
  @_alwaysEmitIntoClient @inline(__always) public static prefix func - (value: Self) -> Self {
    let bits = unsafeBitCast(value.raw, to: SIMD16<UInt32>.self) ^ SIMD16<UInt32>(repeating: 0x8000_0000)
    return Self(raw: unsafeBitCast(bits, to: SIMD16<Float>.self))
  }
  /// Where `left` is less than `right`.
  @_alwaysEmitIntoClient @inline(__always) public static func .< (left: Self, right: Self) -> Mask {
    left.raw .< right.raw
  }
  /// Element by element, the square root.
  @_alwaysEmitIntoClient @inline(__always) public func squareRoot() -> Self { Self(raw: raw.squareRoot()) }
  /// Of subnormal elements, the sign alone. Comparing them costs no more than others.
  @_alwaysEmitIntoClient @inline(__always) public var withoutSubnormals: Self {
    let bits = unsafeBitCast(raw, to: SIMD16<UInt32>.self)
    let magnitude = unsafeBitCast(bits & 0x7fff_ffff, to: SIMD16<Float>.self)
    let isSmall = unsafeBitCast(magnitude .< Float.leastNormalMagnitude, to: SIMD16<UInt32>.self)
    return Self(raw: unsafeBitCast(bits & ~(isSmall & 0x7fff_ffff), to: SIMD16<Float>.self))
  }
  /// A copy with the elements of `other` wherever `mask` is true.
  @_alwaysEmitIntoClient @inline(__always) public func replacing(with other: Self, where mask: Mask) -> Self {
    Self(raw: raw.replacing(with: other.raw, where: mask))
  }
  /// Element by element, self × factor + addend.
  @_alwaysEmitIntoClient @inline(__always) public func multiplyAdd(_ factor: Self, _ addend: Self) -> Self {
    Self(raw: Instructions.multiplyAdd(raw, factor.raw, addend.raw))
  }
  /// Where the elements are NaN.
  @_alwaysEmitIntoClient @inline(__always) public var isNaN: Mask { raw .!= raw }
  /// Whether a mask is true everywhere.
  @_alwaysEmitIntoClient @inline(__always) public static func areAll(_ mask: Mask) -> Bool { all(mask) }
  /// The elements' magnitudes with the signs of `other`.
  @_alwaysEmitIntoClient @inline(__always) public func magnitude(withSignOf other: Self) -> Self {
    let sign = SIMD16<UInt32>(repeating: 0x8000_0000)
    let magnitude = unsafeBitCast(raw, to: SIMD16<UInt32>.self) & ~sign
    return Self(
      raw: unsafeBitCast(magnitude | (unsafeBitCast(other.raw, to: SIMD16<UInt32>.self) & sign), to: SIMD16<Float>.self)
    )
  }
  /// Every second element of two vectors, from the first on.
  @_alwaysEmitIntoClient @inline(__always) public static func evens(_ low: Self, _ high: Self) -> Self {
    Self(raw: SIMD32<Float>(lowHalf: low.raw, highHalf: high.raw).evenHalf)
  }
  /// The first element.
  @_alwaysEmitIntoClient @inline(__always) public var first: Float { raw[0] }
  /// What all elements come to, two and two combined by a tree that no instruction set changes, in every element.
  @_alwaysEmitIntoClient @inline(__always) public func folded(_ combine: (Self, Self) -> Self) -> Self {
    var result = combine(self, exchanged { Pairs(lowHalf: $0.highHalf, highHalf: $0.lowHalf) })
    result = combine(
      result, result.exchanged { Pairs($0[2], $0[3], $0[0], $0[1], $0[6], $0[7], $0[4], $0[5]) })
    result = combine(
      result, result.exchanged { Pairs($0[1], $0[0], $0[3], $0[2], $0[5], $0[4], $0[7], $0[6]) })
    return combine(result, result.exchanged { ($0 &>> 32) | ($0 &<< 32) })
  }

  /// Elements two by two.
  @usableFromInline typealias Pairs = SIMD8<UInt64>

  /// The elements in another order.
  ///
  /// As integers: the compiler would look through the vector for its Floats, and fold them one by one.
  @_alwaysEmitIntoClient @inline(__always) func exchanged(_ exchange: (Pairs) -> Pairs) -> Self {
    Self(raw: unsafeBitCast(exchange(unsafeBitCast(raw, to: Pairs.self)), to: SIMD16<Float>.self))
  }
}
