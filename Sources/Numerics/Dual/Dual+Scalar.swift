extension Dual: Scalar {
  /// The dual number over the base's accumulator.
  public typealias Accumulator = Dual<Base.Accumulator>
  /// The name that the command line and reports use.
  public static var name: String { "dual<\(Base.name)>" }
  /// The primal as a Double.
  @inlinable @inline(__always) public var double: Double { primal.double }
  /// The value in the accumulator's type; exact.
  @inlinable @inline(__always) public var accumulator: Dual<Base.Accumulator> {
    Dual<Base.Accumulator>(primal.accumulator, tangent: tangent.accumulator)
  }
  /// The accumulator's value rounded to this type.
  @inlinable @inline(__always) public init(accumulator: Dual<Base.Accumulator>) {
    self.init(Base(accumulator: accumulator.primal), tangent: Base(accumulator: accumulator.tangent))
  }

  /// The primal's and the tangent's bits, mixed; a change in either shows.
  @inlinable public var hashBits: UInt64 {
    // An odd multiplier permutes the words and a rotation brings its high bits down; plain xor would cancel equals.
    let mixed = tangent.hashBits &* 0x9e37_79b9_7f4a_7c15
    return primal.hashBits ^ (mixed &<< 32 | mixed &>> 32)
  }

  /// (eᵃ)′ = a′ eᵃ
  @inlinable public static func exp(_ x: Self) -> Self {
    let y = Base.exp(x.primal)
    return Self(y, tangent: x.tangent * y)
  }
  /// (ln a)′ = a′/a
  @inlinable public static func log(_ x: Self) -> Self { Self(Base.log(x.primal), tangent: x.tangent / x.primal) }
  /// (tanh a)′ = a′ (1 − tanh² a)
  @inlinable public static func tanh(_ x: Self) -> Self {
    let y = Base.tanh(x.primal)
    return Self(y, tangent: x.tangent * ((1 - y) * (1 + y)))
  }
  /// σ(a)′ = a′ σ(a) (1 − σ(a))
  @inlinable public static func sigmoid(_ x: Self) -> Self {
    let y = Base.sigmoid(x.primal)
    return Self(y, tangent: x.tangent * (y * (1 - y)))
  }
  /// (erf a)′ = a′ 2/√π e^(−a²)
  @inlinable public static func erf(_ x: Self) -> Self {
    let density = Base(1.1283791670955126) * Base.exp(-x.primal * x.primal)
    return Self(Base.erf(x.primal), tangent: x.tangent * density)
  }
}
