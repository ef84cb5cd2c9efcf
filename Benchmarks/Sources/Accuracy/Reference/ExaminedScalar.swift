import Glissade

/// A scalar whose functions are compared with those of a wider type.
protocol ExaminedScalar: Scalar {
  /// The wider type.
  associatedtype Reference: ReferenceNumber
  /// The same number; exact.
  var reference: Reference { get }
  /// The number rounded to this type.
  init(nearest exact: Reference)
  /// The unit in the last place of the number rounded to this type, at least the smallest subnormal number.
  static func unit(at exact: Reference) -> Reference
  /// The results that the function must give to the bit, for a type that rounds what another one computes.
  static func required(_ function: UnaryFunction, _ x: UnsafePointer<Self>, count: Int) -> [Self]?
}

extension ExaminedScalar {
  static func required(_ function: UnaryFunction, _ x: UnsafePointer<Self>, count: Int) -> [Self]? { nil }
}

extension Float: ExaminedScalar {
  var reference: Double { Double(self) }
  init(nearest exact: Double) { self = Self(exact) }
  // By the exponent bits, so that a loop of it is made of vectors.
  static func unit(at exact: Double) -> Double {
    let exponent = max(Float(exact).bitPattern >> 23 & 0xFF, 1)
    return Double(bitPattern: UInt64(exponent + 1023 - 150) << 52)
  }
}

#if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  extension Float16: ExaminedScalar {
    var reference: Double { Double(self) }
    init(nearest exact: Double) { self = Self(exact) }
    static func unit(at exact: Double) -> Double { Double(Float16(exact).ulp) }

    static func required(_ function: UnaryFunction, _ x: UnsafePointer<Float16>, count: Int) -> [Float16]? {
      let wide = (0..<count).map { Float(x[$0]) }
      var y = wide
      Float.apply(function, parameter: 0, to: wide, into: &y, count: count)
      return y.map { Float16($0) }
    }
  }
#endif

#if arch(x86_64) && !os(Windows) && !os(Android)
  extension Double: ExaminedScalar {
    var reference: Float80 { Float80(self) }
    init(nearest exact: Float80) { self = Self(exact) }
    static func unit(at exact: Float80) -> Float80 { Float80(Double(exact).ulp) }
  }
#endif
