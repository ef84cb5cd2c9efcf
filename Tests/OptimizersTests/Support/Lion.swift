import GlissadeOptimizers

/// A rule of a client's, as in the documentation of `ElementwiseOptimizer` (Chen et al. 2023, arXiv:2302.06675).
struct Lion: ElementwiseOptimizer {
  var learningRate = 1e-4, beta1 = 0.9, beta2 = 0.99, weightDecay = 0.0
  var slots: [Slot] { ["momentum"] }
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate * ((beta1 * s[0] + (1 - beta1) * g).sign + weightDecay * w)
    s[0] = beta2 * s[0] + (1 - beta2) * g
  }
}
