import Foundation

/// A type wide enough that the system's functions of it count as exact.
///
/// Their names differ from those of the functions that are examined, which `Double` has too.
protocol ReferenceNumber: BinaryFloatingPoint {
  static func systemExp(_ x: Self) -> Self
  static func systemLog(_ x: Self) -> Self
  static func systemLogOfOne(plus x: Self) -> Self
  static func systemTanh(_ x: Self) -> Self
  static func systemErf(_ x: Self) -> Self
  static func systemComplementOfErf(_ x: Self) -> Self
  /// The value as a Double, for reports.
  var nearestDouble: Double { get }
}

extension Double: ReferenceNumber {
  static func systemExp(_ x: Double) -> Double { Foundation.exp(x) }
  static func systemLog(_ x: Double) -> Double { Foundation.log(x) }
  static func systemLogOfOne(plus x: Double) -> Double { Foundation.log1p(x) }
  static func systemTanh(_ x: Double) -> Double { Foundation.tanh(x) }
  static func systemErf(_ x: Double) -> Double { Foundation.erf(x) }
  static func systemComplementOfErf(_ x: Double) -> Double { Foundation.erfc(x) }
  var nearestDouble: Double { self }
}

#if arch(x86_64) && !os(Windows) && !os(Android)
  extension Float80: ReferenceNumber {
    static func systemExp(_ x: Float80) -> Float80 { expl(x) }
    static func systemLog(_ x: Float80) -> Float80 { logl(x) }
    static func systemLogOfOne(plus x: Float80) -> Float80 { log1pl(x) }
    static func systemTanh(_ x: Float80) -> Float80 { tanhl(x) }
    static func systemErf(_ x: Float80) -> Float80 { erfl(x) }
    static func systemComplementOfErf(_ x: Float80) -> Float80 { erfcl(x) }
    var nearestDouble: Double { Double(self) }
  }
#endif
