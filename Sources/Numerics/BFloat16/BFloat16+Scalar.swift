extension BFloat16: Scalar {
  /// Sums are kept in Float.
  public typealias Accumulator = Float
  public static var name: String { "bfloat16" }
  @inlinable @inline(__always) public var double: Double { Double(self) }
  @inlinable @inline(__always) public var accumulator: Float { Float(self) }
  @inlinable @inline(__always) public init(accumulator: Float) { self.init(accumulator) }
  public static func exp(_ x: Self) -> Self { Self(Float.exp(Float(x))) }
  public static func log(_ x: Self) -> Self { Self(Float.log(Float(x))) }
  public static func tanh(_ x: Self) -> Self { Self(Float.tanh(Float(x))) }
  public static func sigmoid(_ x: Self) -> Self { Self(Float.sigmoid(Float(x))) }
  public static func erf(_ x: Self) -> Self { Self(Float.erf(Float(x))) }
}
