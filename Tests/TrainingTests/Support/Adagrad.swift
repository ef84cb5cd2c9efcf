import GlissadeTraining

/// A rule of a client's, for the golden run with PyTorch's Adagrad: s ← s + g²; w ← w − η g/(√s + ε).
struct ClientAdagrad: ElementwiseOptimizer {
  var learningRate = 0.01
  var epsilon = 1e-10
  var slots: [Slot] { ["sumOfSquares"] }
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    s[0] += g * g
    w -= learningRate * (g / (s[0].squareRoot() + epsilon))
  }
}
