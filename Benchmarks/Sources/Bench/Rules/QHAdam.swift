import Glissade

/// QHAdam, a rule that the library does not have: measured to see what a client's own rule gets.
///
/// w ← w − η ((1 − ν₁) g + ν₁ m̂)/(√((1 − ν₂) g² + ν₂ v̂) + ε), with m̂ and v̂ as in `Adam`.
/// Ma and Yarats 2019 (arXiv:1810.06801), whose recommendations are the defaults.
struct QHAdam: ElementwiseOptimizer {
  var learningRate = 1e-3, nu1 = 0.7, nu2 = 1.0, beta1 = 0.995, beta2 = 0.999, epsilon = 1e-8
  var slots: [Slot] { ["mean", "meanSquare"] }

  struct Coefficients: Sendable {
    let mean: Double, square: Double
  }

  func coefficients(at step: Step) -> Coefficients {
    Coefficients(mean: nu1 / step.correction(beta1), square: nu2 / step.correction(beta2))
  }

  @inline(__always)
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    s[0] = beta1 * s[0] + (1 - beta1) * g
    s[1] = beta2 * s[1] + (1 - beta2) * (g * g)
    let root = ((1 - nu2) * (g * g) + c.square * s[1]).squareRoot()
    w -= learningRate * ((1 - nu1) * g + c.mean * s[0]) / (root + epsilon)
  }
}
