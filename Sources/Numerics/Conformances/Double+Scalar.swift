extension Double: Scalar {
  /// The type in which sums are kept.
  public typealias Accumulator = Double
  /// The name that the command line and reports use.
  public static var name: String { "double" }
  /// The value as a Double; exact.
  public var double: Double { self }
  /// eˣ
  public static func exp(_ x: Double) -> Double { value(of: .exp, at: x) }
  /// ln x; −∞ at 0, NaN below.
  public static func log(_ x: Double) -> Double { value(of: .log, at: x) }
  /// tanh x
  public static func tanh(_ x: Double) -> Double { value(of: .tanh, at: x) }
  /// 1/(1 + e⁻ˣ)
  public static func sigmoid(_ x: Double) -> Double { value(of: .sigmoid, at: x) }
  /// erf x
  public static func erf(_ x: Double) -> Double { value(of: .erf, at: x) }

  /// One value from the vector kernel, so that one element and many give the same bits.
  private static func value(of function: UnaryFunction, at x: Double) -> Double {
    withUnsafePointer(to: x) { x in
      var y: Double = 0
      ActiveKernels.double.apply(function, parameter: 0, to: x, into: &y, count: 1)
      return y
    }
  }
}
