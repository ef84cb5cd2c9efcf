extension KernelVector {
  /// dxᵢ ← gᵢ d(xᵢ, yᵢ), added to what is there where `accumulating`.
  @_alwaysEmitIntoClient @inline(__always)
  static func multiplyDerivative(
    _ g: UnsafePointer<Element>, _ x: UnsafePointer<Element>, _ y: UnsafePointer<Element>,
    into dx: UnsafeMutablePointer<Element>, accumulating: Bool, count: Int, _ derivative: (Self, Self) -> Self
  ) {
    var i = 0
    while i &+ width <= count {
      var result = load(g + i) * derivative(load(x + i), load(y + i))
      if accumulating { result = load(dx + i) + result }
      result.store(dx + i)
      i &+= width
    }
    let rest = count &- i
    if rest > 0 {
      var result = load(g + i, count: rest) * derivative(load(x + i, count: rest), load(y + i, count: rest))
      if accumulating { result = load(dx + i, count: rest) + result }
      result.store(dx + i, count: rest)
    }
  }

  /// dxᵢ ← gᵢ f′(xᵢ), or dxᵢ ← dxᵢ + gᵢ f′(xᵢ) where `accumulating`; yᵢ is f(xᵢ).
  @_alwaysEmitIntoClient @inline(__always)
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Element>, input x: UnsafePointer<Element>,
    output y: UnsafePointer<Element>, into dx: UnsafeMutablePointer<Element>, accumulating: Bool, count: Int
  ) {
    switch function {
    case .negate:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, _ in Self(-1) }
    case .absolute:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in x.sign }
    case .square:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in 2.0 * x }
    case .squareRoot:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, y in 0.5 / y }
    case .reciprocal:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, y in -y * y }
    case .exp:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, y in y }
    case .log:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in 1.0 / x }
    case .tanh:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, y in 1.0 - y * y }
    case .sigmoid:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { _, y in y * (1.0 - y) }
    case .erf:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in
        1.1283791670955126 * exp(-x * x)
      }
    case .relu, .leakyReLU:
      let slope = Self(function == .relu ? 0 : parameter)
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in
        slope.replacing(with: Self(1), where: Self(0) .< x)
      }
    case .gelu:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in
        normalDistribution(x) + x * (0.3989422804014327 * expOfNonPositive(-0.5 * x * x))
      }
    case .silu:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in
        let s = sigmoid(x)
        return s + x * (s * (1.0 - s))
      }
    case .softplus:
      multiplyDerivative(g, x, y, into: dx, accumulating: accumulating, count: count) { x, _ in sigmoid(x) }
    }
  }
}
