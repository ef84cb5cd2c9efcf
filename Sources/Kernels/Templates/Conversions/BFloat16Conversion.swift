/// Conversions between the bits of BFloat16 and Float.
public enum BFloat16Conversion {
  /// yᵢ ← the number that the bits xᵢ stand for; exact.
  @_alwaysEmitIntoClient @inline(__always)
  public static func widen(_ x: UnsafePointer<UInt16>, into y: UnsafeMutablePointer<Float>, count: Int) {
    var i = 0
    while i < count {
      y[i] = Float(bitPattern: UInt32(truncatingIfNeeded: x[i]) &<< 16)
      i &+= 1
    }
  }

  /// yᵢ ← the bits of xᵢ rounded to nearest, ties to even; a NaN stays a NaN and becomes quiet.
  @_alwaysEmitIntoClient @inline(__always)
  public static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<UInt16>, count: Int) {
    var i = 0
    while i < count {
      let bits = x[i].bitPattern
      let rounded = (bits &+ 0x7FFF &+ (bits &>> 16 & 1)) &>> 16
      let quiet = bits &>> 16 | 0x40
      y[i] = UInt16(truncatingIfNeeded: bits & 0x7FFF_FFFF > 0x7F80_0000 ? quiet : rounded)
      i &+= 1
    }
  }
}
