extension BFloat16: Scalar {
  /// Sums are kept in Float.
  public typealias Accumulator = Float
  /// The name that the command line and reports use.
  public static var name: String { "bfloat16" }
  /// The value as a Double; exact.
  @inlinable @inline(__always) public var double: Double { Double(self) }
  /// The value in the accumulator's type; exact.
  @inlinable @inline(__always) public var accumulator: Float { Float(self) }
  /// The accumulator's value rounded to this type.
  @inlinable @inline(__always) public init(accumulator: Float) { self.init(accumulator) }
  /// eˣ, computed in Float and rounded.
  public static func exp(_ x: Self) -> Self { Self(Float.exp(Float(x))) }
  /// ln x, computed in Float and rounded.
  public static func log(_ x: Self) -> Self { Self(Float.log(Float(x))) }
  /// tanh x, computed in Float and rounded.
  public static func tanh(_ x: Self) -> Self { Self(Float.tanh(Float(x))) }
  /// 1/(1 + e⁻ˣ), computed in Float and rounded.
  public static func sigmoid(_ x: Self) -> Self { Self(Float.sigmoid(Float(x))) }
  /// erf x, computed in Float and rounded.
  public static func erf(_ x: Self) -> Self { Self(Float.erf(Float(x))) }
}
