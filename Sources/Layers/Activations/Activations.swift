// Activations as layers; the functions of the same names, with papers, are in Variable+Activations.swift.

/// max(x, 0)
public struct ReLU: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { relu(x) }
}

/// tanh x
public struct Tanh: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { tanh(x) }
}

/// 1/(1 + e⁻ˣ)
public struct Sigmoid: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { sigmoid(x) }
}

/// x Φ(x), exact
public struct GELU: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { gelu(x) }
}

/// x / (1 + e⁻ˣ)
public struct SiLU: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { silu(x) }
}

/// ln(1 + eˣ)
public struct Softplus: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { softplus(x) }
}

/// x where positive, slope · x elsewhere.
public struct LeakyReLU: Layer {
  /// The slope on the negative side.
  public let slope: Double

  /// The activation with the given slope, by default 0.01 (PyTorch's).
  public init(slope: Double = 0.01) { self.slope = slope }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { leakyReLU(x, slope: slope) }
}

/// x²
public struct Square: Layer {
  /// The activation.
  public init() {}
  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { square(x) }
}
