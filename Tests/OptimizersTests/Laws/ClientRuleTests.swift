import GlissadeOptimizers
import Testing

/// A rule that is not the library's has everything that the library's have; the other laws are tried on it too.
@Suite struct ClientRuleTests {
  @Test(arguments: ScalarKind.allCases)
  func lionInEveryScalar(_ kind: ScalarKind) { check(kind.type) }

  private func check<S: Scalar>(_ type: S.Type) {
    let rule = Lion(learningRate: 0.03125, beta1: 0.9, beta2: 0.99, weightDecay: 0.1)
    let count = 37
    let start = makeNumbers(count, of: S.self)
    let gradients = (1...5).map { makeNumbers(count, index: $0, of: S.self) }
    var trajectory = Trajectory(rule, from: makeVector(start))
    trajectory.run(gradients.map { makeVector($0) })
    for index in 0..<count {
      var (w, momentum) = (start[index].double, 0.0)
      for gradient in gradients.map({ $0[index].double }) {
        let direction = 0.9 * momentum + 0.1 * gradient
        w -= 0.03125 * ((direction > 0 ? 1 : direction < 0 ? -1 : 0) + 0.1 * w)
        momentum = 0.99 * momentum + 0.01 * gradient
      }
      let tolerance = 5 * S.ulpOfOne.double * max(1, w.magnitude)
      let difference = (trajectory.parameters.values.elements[index].double - w).magnitude
      #expect(difference <= tolerance, "element \(index)")
    }
  }

  /// An optimizer that is not elementwise: a projection, generic over the scalar, around any rule.
  struct Projected<Base: Optimizer>: Optimizer {
    var base: Base
    let radius: Double
    var learningRate: Double {
      get { base.learningRate }
      set { base.learningRate = newValue }
    }
    func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
      base.initialState(for: parameters)
    }
    func update<S: Scalar>(
      _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
    ) {
      base.update(&parameters, along: &gradient, state: &state)
      if parameters.norm > radius { parameters.scale(by: S.Accumulator(radius / parameters.norm)) }
    }
  }

  @Test(arguments: ScalarKind.allCases)
  func aWrapperOfAClients(_ kind: ScalarKind) { checkProjected(kind.type) }

  private func checkProjected<S: Scalar>(_ type: S.Type) {
    let rule = Projected(base: Adam(learningRate: 0.5), radius: 2).scheduled(.constant()).clipped(toGlobalNorm: 10)
    let (parameters, gradients) = makeProblem(steps: 5, of: S.self)
    var trajectory = Trajectory(rule, from: parameters)
    trajectory.run(gradients)
    #expect((trajectory.parameters.norm - 2).magnitude <= 8 * S.ulpOfOne.double)
  }
}
