import GlissadeOptimizers
import Testing

@Suite struct LayoutTests {
  /// Elementwise rules move each element alike, wherever it lies.
  @Test(arguments: OptimizerTable.rules, ScalarKind.allCases)
  func permutingParametersPermutesTheResult(_ item: NamedRule, _ kind: ScalarKind) {
    permute(item.rule, kind.type)
  }

  private func permute<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    let count = 53
    let order = RandomStream(seed: 3, purpose: .shuffling, index: 0).shuffled(count: count)
    let start = makeNumbers(count, of: S.self)
    let gradients = (1...4).map { makeNumbers(count, index: $0, of: S.self) }
    func run(_ order: [Int]) -> [S] {
      var trajectory = Trajectory(rule, from: makeVector(order.map { start[$0] }))
      trajectory.run(gradients.map { gradient in makeVector(order.map { gradient[$0] }) })
      return trajectory.parameters.values.elements
    }
    let plain = run(Array(0..<count))
    #expect(run(order).map(\.hashBits) == order.map { plain[$0].hashBits })
    #expect(run(order).map(\.hashBits) != plain.map(\.hashBits))
  }

  /// How the vector is divided into segments does not matter.
  @Test(arguments: OptimizerTable.all, ScalarKind.allCases)
  func segmentsDoNotMatter(_ item: NamedOptimizer, _ kind: ScalarKind) { segment(item.optimizer, kind.type) }

  private func segment<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    let layouts = [makeLayout([[60]]), makeLayout([[3, 7], [1], [0], [38]]), makeLayout([[2, 2, 15]])]
    let results = layouts.map { layout in
      func vector(_ index: Int) -> ParameterVector<S> {
        ParameterVector(Tensor([60], makeNumbers(60, index: index)), layout: layout)
      }
      var trajectory = Trajectory(rule, from: vector(0))
      trajectory.run((1...7).map(vector))
      return trajectory.parameters.bits
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  /// A model without parameters is no special case.
  @Test(arguments: OptimizerTable.all)
  func emptyVectorsAreLeftAlone(_ item: NamedOptimizer) {
    empty(item.optimizer, Double.self)
    empty(item.optimizer, BFloat16.self)
  }

  private func empty<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    var trajectory = Trajectory(rule, from: makeVector([S]()))
    trajectory.run([makeVector([]), makeVector([])])
    #expect(trajectory.parameters.values.count == 0)
    #expect(trajectory.state.step == 2)
  }

  /// The gradient that was handed in is not changed, nor is a copy of the parameters.
  @Test(arguments: OptimizerTable.all)
  func argumentsAreValues(_ item: NamedOptimizer) { values(item.optimizer) }

  private func values(_ rule: some Optimizer) {
    let (parameters, gradients) = makeProblem(steps: 6, deviation: 10, of: Double.self)
    let before = (parameters.bits, gradients.map(\.bits))
    var trajectory = Trajectory(rule, from: parameters)
    trajectory.run(gradients)
    #expect(parameters.bits == before.0)
    #expect(gradients.map(\.bits) == before.1)
  }
}
