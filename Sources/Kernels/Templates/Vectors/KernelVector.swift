/// The vector that elementwise kernels and reductions are written in: 16 Floats or 8 Doubles on every machine.
///
/// One width for all instruction sets is what makes reductions give the same bits everywhere; the compiler splits the
/// vector into the registers that the machine has. All members are inlined into the instruction-set builds.
public protocol KernelVector: Lane {
  /// The type of one element.
  associatedtype Element: BinaryFloatingPoint & SIMDScalar
  /// Elements in one vector.
  static var width: Int { get }
  /// The elements at an address.
  static func load(_ source: UnsafePointer<Element>) -> Self
  /// Writes the elements to an address.
  func store(_ target: UnsafeMutablePointer<Element>)

  /// Element by element, self × factor + addend, rounded once where the instruction set can.
  func multiplyAdd(_ factor: Self, _ addend: Self) -> Self
  /// Where the elements are NaN.
  var isNaN: Mask { get }
  /// Whether a mask is true everywhere.
  static func areAll(_ mask: Mask) -> Bool
  /// The elements' magnitudes with the signs of `other`.
  func magnitude(withSignOf other: Self) -> Self
  /// What all elements come to, two and two combined by a tree that no instruction set changes, in every element.
  ///
  /// `combine` must not depend on the order of its arguments but for the sign of a zero.
  func folded(_ combine: (Self, Self) -> Self) -> Self
  /// The first element.
  var first: Element { get }
  /// Every second element of two vectors, from the first on.
  static func evens(_ low: Self, _ high: Self) -> Self

  /// 1.5 × 2ᵖ for a significand of p + 1 bits: x + magic − magic rounds x to an integer, in two additions.
  static var roundingMagic: Double { get }
  /// ln 2 with so few bits that its product with any exponent is exact, and the rest of ln 2.
  static var naturalLogarithmOf2: (high: Double, low: Double) { get }
  /// Arguments between which eˣ neither underflows nor overflows, and a little more.
  static var exponentialRange: (low: Double, high: Double) { get }
  /// Self × 2ⁿ with one rounding, for n + `roundingMagic` + `exponentBias`.
  func scaled(byPowerIn magicPower: Self) -> Self
  /// What is added to a number's exponent where it is stored.
  static var exponentBias: Double { get }
  /// Of arguments less than this in magnitude, eˣ = 2ⁿ + (eʳ − 1) 2ⁿ has no subnormal part that decides how it is rounded.
  static var ordinaryExponent: Double { get }
  /// An argument whose exponential is rounded to 2ⁿ with a stored exponent of 0, which is zero.
  static var vanishingExponent: Double { get }
  /// 2ⁿ for n + `roundingMagic` + `exponentBias`; 0 where the stored exponent is 0.
  var powerOfTwo: Self { get }
  /// m and n of m × 2ⁿ = self with √½ ≤ m < √2, for finite positive elements.
  var mantissaAndExponent: (mantissa: Self, exponent: Self) { get }
  /// (eʳ − 1 − r)/r² for |r| ≤ ln 2 / 2.
  static func exponentialTail(_ r: Self) -> Self
  /// (2 artanh s − 2 s)/s³ for z = s², where |s| ≤ (√2 − 1)/(√2 + 1).
  static func logarithmTail(_ z: Self) -> Self
  /// erf(x)/x − 1 for z = x² ≤ 1.
  static func errorFunctionTail(_ z: Self) -> Self
  /// −ln(1 − erf x) for 1 ≤ x ≤ `errorFunctionLimit`.
  static func complementLogarithm(_ x: Self) -> Self
  /// From here on erf x rounds to 1.
  static var errorFunctionLimit: Double { get }
  /// The normal distribution function; by default by way of erf.
  static func normalDistribution(_ x: Self) -> Self
}

extension KernelVector {
  /// The polynomial's value by Horner's rule; coefficients from the highest power down.
  @_alwaysEmitIntoClient @inline(__always) func horner(_ sum: Self, _ next: Double) -> Self {
    sum.multiplyAdd(self, Self(next))
  }

  /// Self × factor + addend for a factor that is the same for all elements.
  @_alwaysEmitIntoClient @inline(__always) func multiplyAdd(_ factor: Double, _ addend: Self) -> Self {
    multiplyAdd(Self(factor), addend)
  }

  /// The first `count` elements at an address, less than a whole vector, and `padding` for the others.
  @_alwaysEmitIntoClient @inline(__always)
  public static func load(_ source: UnsafePointer<Element>, count: Int, padding: Double = 0) -> Self {
    var vector = Self(padding)
    withUnsafeMutableBytes(of: &vector) { bytes in
      copy(UnsafeRawPointer(source), to: bytes.baseAddress.unsafelyUnwrapped, count: count)
    }
    return vector
  }

  /// Writes the first `count` elements, less than a whole vector, to an address.
  @_alwaysEmitIntoClient @inline(__always)
  public func store(_ target: UnsafeMutablePointer<Element>, count: Int) {
    withUnsafeBytes(of: self) { bytes in
      Self.copy(bytes.baseAddress.unsafelyUnwrapped, to: UnsafeMutableRawPointer(target), count: count)
    }
  }

  /// Copies fewer than sixteen elements, in pieces of a power of two.
  @_alwaysEmitIntoClient @inline(__always)
  static func copy(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
    let size = MemoryLayout<Element>.stride
    var offset = 0
    if count & 8 != 0 {
      target.storeBytes(of: source.loadUnaligned(as: SIMD8<Element>.self), as: SIMD8<Element>.self)
      offset = 8 &* size
    }
    if count & 4 != 0 {
      let piece = source.loadUnaligned(fromByteOffset: offset, as: SIMD4<Element>.self)
      target.storeBytes(of: piece, toByteOffset: offset, as: SIMD4<Element>.self)
      offset &+= 4 &* size
    }
    if count & 2 != 0 {
      let piece = source.loadUnaligned(fromByteOffset: offset, as: SIMD2<Element>.self)
      target.storeBytes(of: piece, toByteOffset: offset, as: SIMD2<Element>.self)
      offset &+= 2 &* size
    }
    if count & 1 != 0 {
      (target + offset).assumingMemoryBound(to: Element.self).pointee =
        (source + offset).assumingMemoryBound(to: Element.self).pointee
    }
  }
}
