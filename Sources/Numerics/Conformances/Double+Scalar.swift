import Foundation

extension Double: Scalar {
  public typealias Accumulator = Double
  public static var name: String { "double" }
  public var double: Double { Double(self) }
  public static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  public static func log(_ x: Double) -> Double { Foundation.log(x) }
  public static func tanh(_ x: Double) -> Double { Foundation.tanh(x) }
  public static func erf(_ x: Double) -> Double { Foundation.erf(x) }
}
