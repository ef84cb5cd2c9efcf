/// Conversions between the bits of IEEE 754 half precision and Float by integer arithmetic.
///
/// For machines without conversion instructions, where the compiler would call a function for each element. The loops
/// hold nothing but vectorizable operations, and give the bits, NaN payloads included, that the instructions give.
public enum HalfConversion {
  /// yᵢ ← the number that the bits xᵢ stand for; exact, and a NaN becomes quiet.
  @_alwaysEmitIntoClient @inline(__always)
  public static func widen(_ x: UnsafePointer<UInt16>, into y: UnsafeMutablePointer<Float>, count: Int) {
    var i = 0
    while i < count {
      let bits = UInt32(truncatingIfNeeded: x[i])
      let magnitude = bits & 0x7FFF
      // The half's fields in a Float's places read as a number 2¹¹² times too small, subnormal or not.
      let finite = (Float(bitPattern: magnitude &<< 13) * 0x1p112).bitPattern
      let special = 0x7F80_0000 | magnitude &<< 13 | (magnitude > 0x7C00 ? 0x40_0000 : 0)
      y[i] = Float(bitPattern: (bits & 0x8000) &<< 16 | (magnitude < 0x7C00 ? finite : special))
      i &+= 1
    }
  }

  /// yᵢ ← the bits of xᵢ rounded to nearest, ties to even; a NaN keeps its leading payload and becomes quiet.
  @_alwaysEmitIntoClient @inline(__always)
  public static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<UInt16>, count: Int) {
    var i = 0
    while i < count {
      let bits = x[i].bitPattern
      let magnitude = bits & 0x7FFF_FFFF
      // Exponent bias 127 becomes 15; the carry of the rounding may reach infinity, as it should.
      let normal = (magnitude &- 0x3800_0000 &+ 0xFFF &+ (magnitude &>> 13 & 1)) &>> 13
      // Next to ½ a Float's unit in the last place is the half's smallest subnormal, so the addition rounds to it.
      let subnormal = (Float(bitPattern: magnitude) + 0.5).bitPattern &- 0x3F00_0000
      let nan = 0x7E00 | (magnitude &>> 13 & 0x3FF)
      let finite = magnitude < 0x3880_0000 ? subnormal : normal
      let special: UInt32 = magnitude > 0x7F80_0000 ? nan : 0x7C00
      let result = magnitude < 0x4780_0000 ? finite : special
      y[i] = UInt16(truncatingIfNeeded: bits &>> 16 & 0x8000 | result)
      i &+= 1
    }
  }
}
