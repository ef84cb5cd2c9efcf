/// Half-precision conversions by the machine's instructions, through Swift's own Float16 where the platform has it.
///
/// For targets whose instruction set has them: elsewhere each element is a call.
public enum HalfInstructions {
  /// yᵢ ← the number that the bits xᵢ stand for.
  @_alwaysEmitIntoClient @inline(__always)
  public static func widen(_ x: UnsafePointer<UInt16>, into y: UnsafeMutablePointer<Float>, count: Int) {
    #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
      HalfConversion.widen(x, into: y, count: count)
    #else
      var i = 0
      while i < count {
        y[i] = Float(Float16(bitPattern: x[i]))
        i &+= 1
      }
    #endif
  }

  /// yᵢ ← the bits of xᵢ rounded to nearest, ties to even.
  @_alwaysEmitIntoClient @inline(__always)
  public static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<UInt16>, count: Int) {
    #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
      HalfConversion.narrow(x, into: y, count: count)
    #else
      var i = 0
      while i < count {
        y[i] = Float16(x[i]).bitPattern
        i &+= 1
      }
    #endif
  }
}
