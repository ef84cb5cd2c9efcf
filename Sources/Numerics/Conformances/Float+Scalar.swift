extension Float: Scalar {
  /// The type in which sums are kept.
  public typealias Accumulator = Float
  /// The name that the command line and reports use.
  public static var name: String { "float" }
  /// The value as a Double; exact.
  public var double: Double { Double(self) }
  /// eˣ
  public static func exp(_ x: Float) -> Float { value(of: .exp, at: x) }
  /// ln x; −∞ at 0, NaN below.
  public static func log(_ x: Float) -> Float { value(of: .log, at: x) }
  /// tanh x
  public static func tanh(_ x: Float) -> Float { value(of: .tanh, at: x) }
  /// 1/(1 + e⁻ˣ)
  public static func sigmoid(_ x: Float) -> Float { value(of: .sigmoid, at: x) }
  /// erf x
  public static func erf(_ x: Float) -> Float { value(of: .erf, at: x) }

  /// One value from the vector kernel, so that one element and many give the same bits.
  private static func value(of function: UnaryFunction, at x: Float) -> Float {
    withUnsafePointer(to: x) { x in
      var y: Float = 0
      ActiveKernels.float.apply(function, parameter: 0, to: x, into: &y, count: 1)
      return y
    }
  }
}
