import GlissadeOptimizers
import Testing

@Suite struct NAdamTests {
  /// The product that is kept from step to step is that of all steps so far, to the bit.
  @Test func theProductIsKept() {
    let rule = NAdam(learningRate: 0.01, beta1: 0.99)
    let problem = makeProblem(steps: 40, of: Double.self)
    var parameters = problem.parameters
    var state = rule.initialState(for: parameters)
    for gradient in problem.gradients { rule.update(&parameters, along: gradient, state: &state) }
    let factor = realPower(0.96, 4e-3)
    let product = (1...40).reduce(1.0) { $0 * (0.99 * (1 - 0.5 * integerPower(factor, $1))) }
    #expect(state.numbers["momentumProduct"] == product)
  }

  /// Where β₁ changes the product is of those that were, as PyTorch keeps it: two steps worked out by hand.
  @Test func theProductIsOfTheMomentaThatWere() {
    let rule = NAdam(learningRate: 1, beta1: 0.8, beta2: 0, epsilon: 0, momentumDecay: 0)
    var run = Trajectory(
      rule.scheduled(\.adam.beta1, Schedule { $0 == 0 ? 1 : 0.5 }), from: makeVector([0.0]))
    run.run([makeVector([1.0]), makeVector([1.0])])
    // ψ = 0: μ = β₁/2, so μ₁ = 0.4, μ₂ = 0.2, P₁ = 0.4, P₂ = 0.08; v̂ = 1; m₁ = 0.2, m₂ = 0.4 · 0.2 + 0.6.
    let first = 0.4 * 0.2 / (1 - 0.4 * 0.4) + 0.6 / (1 - 0.4)
    let second = 0.2 * 0.68 / (1 - 0.08 * 0.2) + 0.8 / (1 - 0.08)
    #expect(firstDifference(run.parameters.values.doubles, [-(first + second)], rtol: 1e-14, atol: 0) == nil)
  }
}
