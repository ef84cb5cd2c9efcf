import GlissadeOptimizers

/// A rule that uses all four slots and what is the same for all elements of a step.
struct FourSlots: ElementwiseOptimizer {
  struct Coefficients: Sendable {
    let rate: Double
    let isOdd: Bool
  }

  var learningRate = 0.01
  var slots: [Slot] { ["sum", "largest", "smallest", "last"] }

  func coefficients(at step: Step) -> Coefficients {
    Coefficients(rate: learningRate / step.correction(0.5), isOdd: !step.number.isMultiple(of: 2))
  }

  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Coefficients) {
    s[0] += g
    s[1] = V.maximum(s[1], g)
    s[2] = V.minimum(s[2], g)
    let change = c.isOdd ? g - s[3] : s[3] - g
    s[3] = g
    w -= c.rate * (s[0] + 0.5 * change / ((s[1] - s[2]).absolute.squareRoot() + 1))
  }
}
