/// min(max(x, 0), 6)
public struct ReLU6: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { relu6(x) }
}

/// x where positive, α(eˣ − 1) elsewhere.
public struct ELU: Layer {
  /// α
  public let alpha: Double
  /// The activation with the given α, by default 1 (the paper's and PyTorch's).
  public init(alpha: Double = 1) { self.alpha = alpha }
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { elu(x, alpha: alpha) }
}

/// ELU scaled so that layers normalize themselves.
public struct SELU: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { selu(x) }
}

/// x tanh(ln(1 + eˣ))
public struct Mish: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { mish(x) }
}

/// x min(max(x + 3, 0), 6)/6
public struct HardSwish: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { hardSwish(x) }
}

/// x between two bounds.
public struct HardTanh: Layer {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double
  /// The activation between the given bounds, by default −1 and 1.
  public init(from low: Double = -1, to high: Double = 1) {
    self.low = low
    self.high = high
  }
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { hardTanh(x, from: low, to: high) }
}

/// x where positive, w x elsewhere, with trained slopes w (He et al. 2015, arXiv:1502.01852).
public struct PReLU: Layer {
  /// A slope for each channel, or one for all.
  public let weight: Parameter
  /// The activation with one slope, or one for each of so many channels, which begin at 0.25 (the paper's and PyTorch's).
  public init(_ channels: Int = 1, initialSlope: Double = 0.25) {
    require(channels > 0, "there is at least one slope, not \(channels)")
    weight = Parameter([channels], role: .weight, initializer: .constant(initialSlope))
  }
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { prelu(x, weight: x.tape[weight]) }
}

/// The first half along an axis times a gate made of the second.
public struct GatedLinearUnit: Layer {
  /// What the second half becomes.
  public enum Gate: String, CaseIterable, Sendable {
    /// Its sigmoid: GLU.
    case sigmoid
    /// Its SiLU: SwiGLU.
    case silu
  }
  /// The gate.
  public let gate: Gate
  /// The axis.
  public let axis: Int
  /// The unit along the last axis, gated by the sigmoid, by default.
  public init(_ gate: Gate = .sigmoid, axis: Int = -1) {
    self.gate = gate
    self.axis = axis
  }
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    gate == .sigmoid ? glu(x, axis: axis) : swiGLU(x, axis: axis)
  }
}
