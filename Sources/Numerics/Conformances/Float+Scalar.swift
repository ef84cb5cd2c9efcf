import Foundation

extension Float: Scalar {
  public typealias Accumulator = Float
  public static var name: String { "float" }
  public var double: Double { Double(self) }
  public static func exp(_ x: Float) -> Float { Foundation.exp(x) }
  public static func log(_ x: Float) -> Float { Foundation.log(x) }
  public static func tanh(_ x: Float) -> Float { Foundation.tanh(x) }
  public static func erf(_ x: Float) -> Float { Foundation.erf(x) }
}
