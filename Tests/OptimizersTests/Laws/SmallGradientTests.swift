import GlissadeOptimizers
import Testing

@Suite struct SmallGradientTests {
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
