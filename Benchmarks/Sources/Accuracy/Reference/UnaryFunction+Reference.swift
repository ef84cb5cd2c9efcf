import Glissade

extension UnaryFunction {
  /// The function's exact values for `count` elements.
  @inline(__always)
  func evaluate<Number: ReferenceNumber>(
    _ x: UnsafePointer<Number>, into y: UnsafeMutablePointer<Number>, count: Int
  ) {
    switch self {
    case .exp: for i in 0..<count { y[i] = Number.systemExp(x[i]) }
    case .log: for i in 0..<count { y[i] = Number.systemLog(x[i]) }
    case .tanh: for i in 0..<count { y[i] = Number.systemTanh(x[i]) }
    case .sigmoid: for i in 0..<count { y[i] = Self.sigmoid(x[i]) }
    case .erf: for i in 0..<count { y[i] = Number.systemErf(x[i]) }
    case .gelu: for i in 0..<count { y[i] = Self.gelu(x[i]) }
    case .silu: for i in 0..<count { y[i] = x[i] * Self.sigmoid(x[i]) }
    case .softplus: for i in 0..<count { y[i] = Self.softplus(x[i]) }
    default: preconditionFailure("there is no reference for \(self); add one to evaluate(_:into:count:)")
    }
  }

  @inline(__always)
  private static func sigmoid<Number: ReferenceNumber>(_ x: Number) -> Number {
    if x < 0 {
      let small = Number.systemExp(x)
      return small / (1 + small)
    }
    return 1 / (1 + Number.systemExp(-x))
  }

  // (1 + erf z)/2 cancels for negative z; erfc(−z)/2 is the same and does not.
  @inline(__always)
  private static func gelu<Number: ReferenceNumber>(_ x: Number) -> Number {
    x * (0.5 * Number.systemComplementOfErf(-x * Number(0.5).squareRoot()))
  }

  @inline(__always)
  private static func softplus<Number: ReferenceNumber>(_ x: Number) -> Number {
    (x > 0 ? x : 0) + Number.systemLogOfOne(plus: Number.systemExp(-x.magnitude))
  }
}
