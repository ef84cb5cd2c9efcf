extension Oracle {
  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func apply<S: Scalar>(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>,
    count: Int
  ) {
    for i in 0..<count { y[i] = function.value(at: x[i], parameter: parameter) }
  }

  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func pullBack<S: Scalar>(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<S>, input x: UnsafePointer<S>,
    output y: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>, accumulating: Bool, count: Int
  ) {
    for i in 0..<count {
      let product = g[i] * function.derivative(at: x[i], value: y[i], parameter: parameter)
      dx[i] = accumulating ? dx[i] + product : product
    }
  }

  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func apply<S: Scalar>(
    _ function: BinaryFunction, _ a: UnsafePointer<S>, stride strideA: Int, _ b: UnsafePointer<S>,
    stride strideB: Int, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    for i in 0..<count { y[i] = function.value(a[i * strideA], b[i * strideB]) }
  }

  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func combine<S: Scalar>(
    _ alpha: S.Accumulator, _ x: UnsafePointer<S>, _ beta: S.Accumulator, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    if beta == 0 {
      for i in 0..<count { y[i] = S(accumulator: alpha * x[i].accumulator) }
    } else {
      for i in 0..<count { y[i] = S(accumulator: alpha * x[i].accumulator + beta * y[i].accumulator) }
    }
  }

  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func load<S: Scalar>(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<S>, count: Int) {
    for i in 0..<count { y[i] = S(x[i]) }
  }

  package static func widen<S: Scalar>(_ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S.Accumulator>, count: Int) {
    for i in 0..<count { y[i] = x[i].accumulator }
  }

  package static func narrow<S: Scalar>(_ x: UnsafePointer<S.Accumulator>, into y: UnsafeMutablePointer<S>, count: Int)
  {
    for i in 0..<count { y[i] = S(accumulator: x[i]) }
  }
}

extension UnaryFunction {
  /// The function's value in any scalar type, the definition that every kernel is tested against.
  public func value<S: Scalar>(at x: S, parameter: Double) -> S {
    switch self {
    case .negate: -x
    case .absolute: x < 0 ? -x : x
    case .square: x * x
    case .squareRoot: x.squareRoot()
    case .reciprocal: 1 / x
    case .exp: S.exp(x)
    case .log: S.log(x)
    case .tanh: S.tanh(x)
    case .sigmoid: S.sigmoid(x)
    case .erf: S.erf(x)
    case .relu: x < 0 ? 0 : x
    case .leakyReLU: x > 0 ? x : S(parameter) * x
    case .gelu: x * (S(0.5) * (1 + S.erf(x * S(0.5).squareRoot())))
    case .silu: x * S.sigmoid(x)
    case .softplus: (x > 0 ? x : 0) + S.log(1 + S.exp(x < 0 ? x : -x))
    }
  }

  /// The derivative at x, given the function's value there.
  public func derivative<S: Scalar>(at x: S, value y: S, parameter: Double) -> S {
    switch self {
    case .negate: -1
    case .absolute: x < 0 ? -1 : (x > 0 ? 1 : 0)
    case .square: 2 * x
    case .squareRoot: S(0.5) / y
    case .reciprocal: -y * y
    case .exp: y
    case .log: 1 / x
    case .tanh: 1 - y * y
    case .sigmoid: y * (1 - y)
    case .erf: S(1.1283791670955126) * S.exp(-x * x)
    case .relu: x > 0 ? 1 : 0
    case .leakyReLU: x > 0 ? 1 : S(parameter)
    case .gelu:
      S(0.5) * (1 + S.erf(x * S(0.5).squareRoot())) + x * (S(0.3989422804014327) * S.exp(S(-0.5) * x * x))
    case .silu: silu(x)
    case .softplus: S.sigmoid(x)
    }
  }

  private func silu<S: Scalar>(_ x: S) -> S {
    let s = S.sigmoid(x)
    return s + x * (s * (1 - s))
  }
}

extension BinaryFunction {
  /// The function's value in any scalar type, the definition that every kernel is tested against.
  public func value<S: Scalar>(_ a: S, _ b: S) -> S {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .maximum: a < b ? b : a
    case .minimum: b < a ? b : a
    }
  }
}
