extension KernelVector {
  /// yᵢ ← f(xᵢ) for `count` elements; x and y may be the same buffer.
  @_alwaysEmitIntoClient @inline(__always)
  static func map(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, count: Int, _ function: (Self) -> Self
  ) {
    var i = 0
    while i &+ width <= count {
      function(load(x + i)).store(y + i)
      i &+= width
    }
    if i < count { function(load(x + i, count: count &- i)).store(y + i, count: count &- i) }
  }

  /// yᵢ ← f(xᵢ) for `count` elements; x and y may be the same buffer.
  @_alwaysEmitIntoClient @inline(__always)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>,
    count: Int
  ) {
    let zero = Self(0)
    switch function {
    case .negate: map(x, into: y, count: count) { -$0 }
    case .absolute: map(x, into: y, count: count) { $0.absolute }
    case .square: map(x, into: y, count: count) { $0 * $0 }
    case .squareRoot: map(x, into: y, count: count) { $0.squareRoot() }
    case .reciprocal: map(x, into: y, count: count) { 1.0 / $0 }
    case .exp: map(x, into: y, count: count) { exp($0) }
    case .log: map(x, into: y, count: count) { log($0) }
    case .tanh: map(x, into: y, count: count) { tanh($0) }
    case .sigmoid: map(x, into: y, count: count) { sigmoid($0) }
    case .erf: map(x, into: y, count: count) { erf($0) }
    case .relu: map(x, into: y, count: count) { $0.replacing(with: zero, where: $0 .< zero) }
    case .leakyReLU:
      let slope = Self(parameter)
      map(x, into: y, count: count) { (slope * $0).replacing(with: $0, where: zero .< $0) }
    case .gelu: map(x, into: y, count: count) { $0 * normalDistribution($0) }
    case .silu: map(x, into: y, count: count) { $0 * sigmoid($0) }
    case .softplus: map(x, into: y, count: count) { softplus($0) }
    }
  }
}
