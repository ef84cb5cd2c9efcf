import GlissadeOptimizers
import Testing

@Suite struct SmallGradientTests {
  /// Zero gradients keep everything finite, and without weight decay nothing moves.
  @Test(arguments: OptimizerTable.all, ScalarKind.allCases)
  func zeroGradientsAreHarmless(_ item: NamedOptimizer, _ kind: ScalarKind) {
    checkZero(item, item.optimizer, kind.type)
  }

  private func checkZero<S: Scalar>(_ item: NamedOptimizer, _ rule: some Optimizer, _ type: S.Type) {
    let (parameters, gradients) = makeProblem(steps: 12, deviation: 0, of: S.self)
    #expect(gradients.allSatisfy { $0.values.doubles.allSatisfy { $0 == 0 } })
    var trajectory = Trajectory(rule, from: parameters)
    trajectory.run(gradients)
    #expect(trajectory.parameters.isFinite)
    #expect(trajectory.state.isFinite)
    let decays = ["decay", "AdamW", "Nesterov", "Lion"].contains { item.name.contains($0) }
    if !decays { #expect(trajectory.parameters == parameters) }
    // In narrow types decay can be lost in rounding.
    if decays && S.self == Double.self { #expect(trajectory.parameters != parameters) }
  }

  /// Where fast and slow weights are the same, Lookahead moves neither, whatever the blend, but for rounding.
  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9])
  func lookaheadRestsWhereTheRuleRests(_ blend: Double) {
    let (parameters, gradients) = makeProblem(steps: 20, deviation: 0, of: Double.self)
    var trajectory = Trajectory(SGD().lookahead(every: 1, blend: blend), from: parameters)
    trajectory.run(gradients)
    let difference = firstDifference(
      trajectory.parameters.values.elements, parameters.values.elements, rtol: blend == 0.5 ? 0 : 20 * .ulpOfOne,
      atol: 0)
    #expect(difference == nil)
  }

  /// The smallest gradients there are, and those whose squares vanish, alone and after ordinary ones.
  @Test(arguments: OptimizerTable.all, ScalarKind.allCases)
  func tinyGradientsMakeNoNaN(_ item: NamedOptimizer, _ kind: ScalarKind) {
    checkTiny(item.optimizer, kind.type)
  }

  private func checkTiny<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    let (parameters, gradients) = makeProblem(steps: 2, of: S.self)
    let layout = parameters.layout
    let sizes: [S] = [
      .leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, .leastNormalMagnitude, S.leastNormalMagnitude.squareRoot(),
    ]
    for size in sizes {
      let signs = makeNumbers(layout.count, of: Double.self)
      let tiny = ParameterVector(Tensor([layout.count], signs.map { $0 < 0 ? -size : size }), layout: layout)
      var alone = Trajectory(rule, from: parameters)
      alone.run(repeatElement(tiny, count: 6))
      #expect(alone.parameters.isFinite)
      #expect(alone.state.isFinite)
      var after = Trajectory(rule, from: parameters)
      after.run(gradients + Array(repeating: tiny, count: 6))
      #expect(after.parameters.isFinite)
      #expect(after.state.isFinite)
    }
  }

  /// Adam's first step is a step of the learning rate against the sign, however small the gradient (above ε).
  @Test(arguments: ScalarKind.allCases)
  func adamsFirstStepDoesNotDependOnSize(_ kind: ScalarKind) { checkFirstStep(kind.type) }

  private func checkFirstStep<S: Scalar>(_ type: S.Type) {
    for gradient in [1.0, 0x1p-10, -0x1p-14] {
      var trajectory = Trajectory(Adam(learningRate: 0.25), from: makeVector([S(1)]))
      trajectory.run([makeVector([S(gradient)])])
      let expected = gradient > 0 ? 0.75 : 1.25
      #expect((trajectory.parameters.values.item.double - expected).magnitude < 1e-4)
    }
  }
}

extension OptimizerState {
  /// Whether no element of any vector of state is infinite or NaN.
  var isFinite: Bool {
    slots.allSatisfy { $0.elements.allSatisfy(\.isFinite) } && inner.allSatisfy(\.isFinite)
  }
}
