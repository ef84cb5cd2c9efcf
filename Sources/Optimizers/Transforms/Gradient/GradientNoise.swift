/// Adds Gaussian noise to the gradient, less from step to step.
///
/// g ← g + N(0, η/(1 + t)^γ) with t from 0. Neelakantan et al. 2015 (arXiv:1511.06807), with their γ = 0.55 and η = 0.01 of
/// {0.01, 0.3, 1} as defaults. The noise is a function of seed and step: a resumed run draws the same.
public struct GradientNoise: GradientTransform {
  /// η, the variance at the first step.
  public var variance: Double
  /// γ, how fast it falls.
  public var decay: Double
  /// The seed.
  public var seed: UInt64

  /// Noise with the paper's defaults.
  public init(variance: Double = 0.01, decay: Double = 0.55, seed: UInt64 = 0) {
    require(variance >= 0, "a variance is not negative, like \(variance)")
    self.variance = variance
    self.decay = decay
    self.seed = seed
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    let deviation = (variance * realPower(Double(state.step), -decay)).squareRoot()
    guard deviation > 0 else { return }
    let stream = RandomStream(seed: seed, purpose: .gradientNoise, index: state.step)
    let noise = (0..<gradient.layout.count).map { S.Accumulator(deviation * stream.normal(at: $0)) }
    gradient.replace(with: gradient.values + Tensor([noise.count], noise))
  }
}

extension Optimizer {
  /// This optimizer on gradients with Gaussian noise.
  public func noisy(variance: Double = 0.01, decay: Double = 0.55, seed: UInt64 = 0) -> Preceded<GradientNoise, Self> {
    preceded(by: GradientNoise(variance: variance, decay: decay, seed: seed))
  }
}
