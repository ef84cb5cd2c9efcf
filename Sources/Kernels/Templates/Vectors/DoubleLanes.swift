/// 8 Doubles, with the arithmetic of one instruction-set build.
@frozen public struct DoubleLanes<Instructions: VectorInstructions>: KernelVector {
  /// One truth value for each element.
  public typealias Mask = SIMDMask<SIMD8<Int64>>
  /// The elements.
  public var raw: SIMD8<Double>

  /// A vector of the given elements.
  @_alwaysEmitIntoClient @inline(__always) public init(raw: SIMD8<Double>) { self.raw = raw }
  /// The same value in every element.
  @_alwaysEmitIntoClient @inline(__always) public init(_ value: Double) {
    raw = SIMD8<Double>(repeating: value)
  }
  /// Elements in one vector.
  @_alwaysEmitIntoClient @inline(__always) public static var width: Int { 8 }
  /// The elements at an address.
  @_alwaysEmitIntoClient @inline(__always) public static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Double>.self))
  }
  /// Writes the elements to an address.
  @_alwaysEmitIntoClient @inline(__always) public func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD8<Double>.self)
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
    let bits = unsafeBitCast(value.raw, to: SIMD8<UInt64>.self) ^ SIMD8<UInt64>(repeating: 0x8000_0000_0000_0000)
    return Self(raw: unsafeBitCast(bits, to: SIMD8<Double>.self))
  }
  /// Where `left` is less than `right`.
  @_alwaysEmitIntoClient @inline(__always) public static func .< (left: Self, right: Self) -> Mask {
    left.raw .< right.raw
  }
  /// Element by element, the square root.
  @_alwaysEmitIntoClient @inline(__always) public func squareRoot() -> Self { Self(raw: raw.squareRoot()) }
  /// Of subnormal elements, the sign alone. Comparing them costs no more than others.
  @_alwaysEmitIntoClient @inline(__always) public var withoutSubnormals: Self {
    let bits = unsafeBitCast(raw, to: SIMD8<UInt64>.self)
    let magnitude = unsafeBitCast(bits & 0x7fff_ffff_ffff_ffff, to: SIMD8<Double>.self)
    let isSmall = unsafeBitCast(magnitude .< Double.leastNormalMagnitude, to: SIMD8<UInt64>.self)
    return Self(raw: unsafeBitCast(bits & ~(isSmall & 0x7fff_ffff_ffff_ffff), to: SIMD8<Double>.self))
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
    let sign = SIMD8<UInt64>(repeating: 0x8000_0000_0000_0000)
    let magnitude = unsafeBitCast(raw, to: SIMD8<UInt64>.self) & ~sign
    return Self(
      raw: unsafeBitCast(magnitude | (unsafeBitCast(other.raw, to: SIMD8<UInt64>.self) & sign), to: SIMD8<Double>.self))
  }
  /// Every second element of two vectors, from the first on.
  @_alwaysEmitIntoClient @inline(__always) public static func evens(_ low: Self, _ high: Self) -> Self {
    Self(raw: SIMD16<Double>(lowHalf: low.raw, highHalf: high.raw).evenHalf)
  }
  /// The first element.
  @_alwaysEmitIntoClient @inline(__always) public var first: Double { raw[0] }
  /// What all elements come to, two and two combined by a tree that no instruction set changes, in every element.
  @_alwaysEmitIntoClient @inline(__always) public func folded(_ combine: (Self, Self) -> Self) -> Self {
    var result = combine(self, Self(raw: SIMD8(lowHalf: raw.highHalf, highHalf: raw.lowHalf)))
    let (low, high) = (result.raw.lowHalf, result.raw.highHalf)
    result = combine(result, Self(raw: SIMD8(lowHalf: Self.exchange(low), highHalf: Self.exchange(high))))
    var neighbors = result.raw
    neighbors.evenHalf = result.raw.oddHalf
    neighbors.oddHalf = result.raw.evenHalf
    return combine(result, Self(raw: neighbors))
  }
  /// The halves, exchanged.
  @_alwaysEmitIntoClient @inline(__always) static func exchange(_ raw: SIMD4<Double>) -> SIMD4<Double> {
    SIMD4(lowHalf: raw.highHalf, highHalf: raw.lowHalf)
  }
}
