import GlissadeOptimizers
import Testing

/// What the golden files of PyTorch and optax do not show, beside the equation in plain arithmetic.
@Suite struct AdamFamilyTests {
  private let count = 39
  private let steps = 6

  /// Compares a rule with the equation of one element, given its weight and all of its gradients.
  private func check(_ rule: some Optimizer, _ equation: (_ w: Double, _ gradients: [Double]) -> Double) {
    let (parameters, gradients) = makeProblem(steps: steps, of: Double.self)
    var trajectory = Trajectory(rule, from: parameters)
    trajectory.run(gradients)
    let elements = gradients.map(\.values.elements)
    let expected = parameters.values.elements.indices.map { index in
      equation(parameters.values.elements[index], elements.map { $0[index] })
    }
    #expect(firstDifference(trajectory.parameters.values.elements, expected, rtol: 1e-12, atol: 1e-14) == nil)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { value, _ in value * base }
  }

  @Test func laProp() {
    check(LaProp(learningRate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.2)) { start, gradients in
      var (w, mean, square) = (start, 0.0, 0.0)
      for (index, g) in gradients.enumerated() {
        let t = index + 1
        square = 0.95 * square + 0.05 * g * g
        mean = 0.8 * mean + 0.2 * g / ((square / (1 - power(0.95, t))).squareRoot() + 1e-3)
        w = w - 0.03 * 0.2 * w - 0.03 * mean / (1 - power(0.8, t))
      }
      return w
    }
  }

  /// The paper's factor and proximal decay; optax's are in the golden files.
  @Test func adanAsInThePaper() {
    let rule = Adan(learningRate: 0.03, beta1: 0.9, beta2: 0.8, beta3: 0.95, epsilon: 1e-3, weightDecay: 0.2)
    check(rule) { start, gradients in
      var (w, mean, change, square) = (start, 0.0, 0.0, 0.0)
      for (index, g) in gradients.enumerated() {
        let t = index + 1
        let difference = index == 0 ? 0 : g - gradients[index - 1]
        mean = 0.9 * mean + 0.1 * g
        change = 0.8 * change + 0.2 * difference
        square = 0.95 * square + 0.05 * (g + 0.8 * difference) * (g + 0.8 * difference)
        let root = (square / (1 - power(0.95, t))).squareRoot() + 1e-3
        let step = mean / (1 - power(0.9, t)) + 0.8 * change / (1 - power(0.8, t))
        w = (w - 0.03 * step / root) / (1 + 0.03 * 0.2)
      }
      return w
    }
  }

  /// The first step only looks; decay of either kind.
  @Test(arguments: DecayKind.allCases)
  func adoptWithNesterovAndDecay(_ decay: DecayKind) {
    let rule = ADOPT(
      learningRate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 0.5, weightDecay: 0.2, decay: decay, nesterov: true)
    check(rule) { start, gradients in
      var (w, mean, square) = (start, 0.0, 0.0)
      for (index, gradient) in gradients.enumerated() {
        let g = decay == .coupled ? gradient + 0.2 * w : gradient
        if index == 0 {
          square = g * g
          continue
        }
        let bound = Double(index).squareRoot().squareRoot()
        let direction = min(bound, max(-bound, g / max(square.squareRoot(), 0.5)))
        mean = 0.8 * mean + 0.2 * direction
        square = 0.95 * square + 0.05 * g * g
        w = (decay == .decoupled ? w - 0.03 * 0.2 * w : w) - 0.03 * (0.8 * mean + 0.2 * direction)
      }
      return w
    }
  }

  @Test func rectifiedAdamWithNesterovAndRootEpsilon() {
    let rule = RAdam(
      learningRate: 0.03, beta1: 0.8, beta2: 0.9, epsilon: 0.01, threshold: 4, definition: .optax,
      epsilonRoot: 0.02, nesterov: true)
    var rectified = 0
    check(rule) { start, gradients in
      var (w, mean, square) = (start, 0.0, 0.0)
      rectified = 0
      for (index, g) in gradients.enumerated() {
        let t = index + 1
        mean = 0.8 * mean + 0.2 * g
        square = 0.9 * square + 0.1 * g * g
        let ahead = 0.8 * mean / (1 - power(0.8, t + 1)) + 0.2 * g / (1 - power(0.8, t))
        let limit = 2 / (1 - 0.9) - 1
        let length = limit - 2 * Double(t) * power(0.9, t) / (1 - power(0.9, t))
        guard length >= 4 else {
          w -= 0.03 * ahead
          continue
        }
        rectified += 1
        let factor = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
        let root = (square / (1 - power(0.9, t)) + 0.02).squareRoot() + 0.01
        w -= 0.03 * factor.squareRoot() * ahead / root
      }
      return w
    }
    // Both kinds of step were taken.
    #expect(rectified > 0 && rectified < steps)
  }

  /// ψ = nil is what ψ tends to: β₁ from the beginning, which is also Adam's own option.
  @Test func nAdamWithoutMomentumDecay() {
    func end(_ rule: some Optimizer) -> [Double] {
      let (parameters, gradients) = makeProblem(steps: steps, of: Double.self)
      var trajectory = Trajectory(rule, from: parameters)
      trajectory.run(gradients)
      return trajectory.parameters.values.elements
    }
    let plain = end(NAdam(learningRate: 0.03, momentumDecay: nil))
    #expect(plain == end(Adam(learningRate: 0.03, nesterov: true)))
    #expect(firstDifference(end(NAdam(learningRate: 0.03, momentumDecay: 1e4)), plain, rtol: 1e-13, atol: 0) == nil)
    #expect(firstDifference(end(NAdam(learningRate: 0.03)), plain, rtol: 1e-3, atol: 0) != nil)
  }

  /// A product of momenta that has vanished is left alone: long runs are no slower than short ones, and go on alike.
  @Test func nAdamAfterManySteps() {
    let rule = NAdam(beta1: 0.5)
    let start = makeVector([1.0])
    var late = rule.initialState(for: start)
    late.step = 1_000_000_000
    var parameters = start
    rule.update(&parameters, along: makeVector([0.5]), state: &late)
    #expect(parameters.isFinite && parameters != start)
  }

  @Test func adamWIsAdamWithDecoupledDecay() {
    let (parameters, gradients) = makeProblem(steps: steps, of: Float.self)
    var first = Trajectory(AdamW(learningRate: 0.03, weightDecay: 0.2), from: parameters)
    var second = Trajectory(Adam(learningRate: 0.03, weightDecay: 0.2, decay: .decoupled), from: parameters)
    var coupled = Trajectory(Adam(learningRate: 0.03, weightDecay: 0.2), from: parameters)
    first.run(gradients)
    second.run(gradients)
    coupled.run(gradients)
    #expect(first.parameters.bits == second.parameters.bits)
    #expect(first.parameters.bits != coupled.parameters.bits)
  }

  /// The hyperparameters of a variant are Adam's, to read, to set and to schedule.
  @Test func hyperparametersOfVariants() {
    var rule = AdamW()
    rule.beta1 = 0.8
    #expect(rule.adam.beta1 == 0.8 && rule.beta2 == 0.999)
    let (parameters, gradients) = makeProblem(steps: steps, of: Double.self)
    var scheduled = Trajectory(rule.scheduled(\.adam.beta1, .constant(0.5)), from: parameters)
    rule.beta1 = 0.4
    var plain = Trajectory(rule, from: parameters)
    scheduled.run(gradients)
    plain.run(gradients)
    #expect(scheduled.parameters.bits == plain.parameters.bits)
  }

  @Test func registryKnowsTheNames() throws {
    let registry = OptimizerRegistry.standard
    let amsgrad = try #require(try registry.make("amsgrad", ["beta2": "0.9"]) as? Adam)
    #expect(amsgrad.amsgrad == .uncorrected && amsgrad.beta2 == 0.9)
    let nadamw = try #require(try registry.make("nadamw") as? AdamW)
    #expect(nadamw.nesterov && nadamw.weightDecay == 1e-4 && nadamw.decay == .decoupled)
    #expect(throws: OptimizerError.self) { try registry.make("radam", ["threshold": "3"]) }
    #expect(throws: OptimizerError.self) { try registry.make("adamw", ["decay": "coupled"]) }
    for entry in registry.entries {
      for example in entry.examples { _ = try entry.make(example) }
    }
  }
}
