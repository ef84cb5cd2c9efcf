extension BFloat16: NarrowScalar {
  /// yᵢ ← xᵢ as a Float; exact.
  public static func widen(_ x: UnsafePointer<BFloat16>, into y: UnsafeMutablePointer<Float>, count: Int) {
    ActiveKernels.brain.widen(UnsafeRawPointer(x).assumingMemoryBound(to: UInt16.self), y, count)
  }
  /// yᵢ ← xᵢ rounded to nearest, ties to even.
  public static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<BFloat16>, count: Int) {
    ActiveKernels.brain.narrow(x, UnsafeMutableRawPointer(y).assumingMemoryBound(to: UInt16.self), count)
  }
}
