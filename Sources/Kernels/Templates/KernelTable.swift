/// The kernels of one instruction set, as functions that a dispatcher can call without knowing how they were compiled.
///
/// Only pointers and scalars cross: a SIMD value is passed differently by code compiled for different registers.
public struct KernelTable: Sendable {
  /// The kernels on Float.
  public var float: ScalarKernels<Float>
  /// The kernels on Double.
  public var double: ScalarKernels<Double>
  /// The conversions between half-precision bits and Float.
  public var half: ConversionKernels
  /// The conversions between BFloat16 bits and Float.
  public var brain: ConversionKernels

  /// A table of the given kernels.
  @_alwaysEmitIntoClient @inline(__always)
  public init(
    float: ScalarKernels<Float>, double: ScalarKernels<Double>, half: ConversionKernels, brain: ConversionKernels
  ) {
    self.float = float
    self.double = double
    self.half = half
    self.brain = brain
  }
}

/// Conversions of `count` elements between a 16-bit format and Float.
public struct ConversionKernels: Sendable {
  /// yᵢ ← the number that the bits xᵢ stand for.
  public var widen: @Sendable (_ x: UnsafePointer<UInt16>, _ y: UnsafeMutablePointer<Float>, _ count: Int) -> Void
  /// yᵢ ← the bits of xᵢ rounded to nearest, ties to even.
  public var narrow: @Sendable (_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<UInt16>, _ count: Int) -> Void

  /// A pair of conversions.
  @_alwaysEmitIntoClient @inline(__always)
  public init(
    widen: @escaping @Sendable (UnsafePointer<UInt16>, UnsafeMutablePointer<Float>, Int) -> Void,
    narrow: @escaping @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<UInt16>, Int) -> Void
  ) {
    self.widen = widen
    self.narrow = narrow
  }
}
