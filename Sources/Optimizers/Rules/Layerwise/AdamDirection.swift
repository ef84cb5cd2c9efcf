/// Adam's direction as optax defines it, for rules that have it in them: m̂/(√(v̂ + ε_root) + ε).
///
/// Slots 0 and 1 are mean and mean square. With Nesterov's variant the mean is the one of a step ahead,
/// β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ) (Dozat 2016, as in optax).
@frozen public struct AdamDirection: Sendable {
  @usableFromInline let beta1: Double
  @usableFromInline let beta2: Double
  @usableFromInline let epsilon: Double
  @usableFromInline let epsilonRoot: Double
  @usableFromInline let meanFactor: Double
  @usableFromInline let gradientFactor: Double
  @usableFromInline let squareFactor: Double

  /// The direction of a step.
  init(
    beta1: Double, beta2: Double, epsilon: Double, epsilonRoot: Double = 0, nesterov: Bool = false, at step: Step
  ) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonRoot = epsilonRoot
    let next = Step(number: step.number + 1)
    meanFactor = nesterov ? beta1 / next.correction(beta1) : 1 / step.correction(beta1)
    gradientFactor = nesterov ? (1 - beta1) / step.correction(beta1) : 0
    squareFactor = 1 / step.correction(beta2)
  }

  /// Renews the slots and returns the direction.
  @inlinable @inline(__always)
  func callAsFunction<V: Lane>(along g: V, _ s: inout Slots<V>) -> V {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    let mean = meanFactor * s[0] + gradientFactor * g
    return mean / ((squareFactor * s[1] + epsilonRoot).squareRoot() + epsilon)
  }
}
