import GlissadeOptimizers
import Testing

/// Adam without options is a kernel; the same rule as a loop compiled here has the same bits.
@Suite struct AdamKernelTests {
  /// Steps by Adam's rule, but is not Adam.
  private struct RuleOfAdam: AdamVariant {
    var adam: Adam
    typealias Coefficients = Adam.Coefficients
  }

  @Test(arguments: ScalarKind.allCases)
  func kernelsHaveTheBitsOfTheRule(_ kind: ScalarKind) { check(kind.type) }

  private func check<S: Scalar>(_ type: S.Type) {
    for (count, adam) in [
      (1, Adam(learningRate: 0.1)), (37, Adam(learningRate: 0.01, beta1: 0.7, weightDecay: 0.1)),
      (20_003, Adam(learningRate: 0.05, epsilon: 1e-3, weightDecay: 0.2, decay: .decoupled)),
    ] {
      let start: [S] = makeNumbers(count)
      let expected = run(RuleOfAdam(adam: adam), start)
      let result = run(adam, start)
      #expect(result.parameters == expected.parameters && result.state == expected.state, "\(S.self), \(count)")
      #expect(result.parameters != makeVector(start).bits)
    }
  }

  private func run<S: Scalar>(_ rule: some Optimizer, _ start: [S]) -> (parameters: [UInt64], state: [UInt64]) {
    var parameters = makeVector(start)
    var state = rule.initialState(for: parameters)
    for step in 1...3 {
      var gradient = Gradient(makeVector(makeNumbers(start.count, index: step, of: S.self)))
      gradient.multiply(by: 0.25)
      rule.update(&parameters, along: &gradient, state: &state)
    }
    return (parameters.bits, state.bits)
  }
}
