import GlissadeOptimizers
import Testing

@Suite struct GoldenOptimizersTests {
  @Test(arguments: GoldenOptimizers.shared.cases)
  func trajectoryIsThatOfTheLibrary(_ item: GoldenOptimizers.Case) throws {
    let optimizer = try #require(item.makeOptimizer())
    if item.isFloat {
      try check(item, optimizer, in: Float.self)
    } else {
      try check(item, optimizer, in: Double.self)
    }
  }

  /// Plain gradient descent has the trajectory of SGD without momentum.
  @Test(arguments: ["torch.sgd.default", "torch.sgd.plain"])
  func gradientDescent(_ name: String) throws {
    let item = try #require(GoldenOptimizers.shared.cases.first { $0.name == name })
    try check(item, GradientDescent(learningRate: #require(item.hyper["learningRate"])), in: Double.self)
  }

  /// Every rule has cases, so that an empty fixture does not pass.
  @Test func fixtureIsComplete() {
    let counts = Dictionary(grouping: GoldenOptimizers.shared.cases, by: \.rule).mapValues(\.count)
    #expect(counts == ["SGD": 14, "RMSprop": 7, "Adam": 8, "AdamW": 6])
    #expect(GoldenOptimizers.shared.cases.allSatisfy { $0.expected.count == 12 })
  }

  /// A wrong hyperparameter is noticed: the comparison is not too lax.
  @Test func mutantsAreCaught() throws {
    let item = try #require(GoldenOptimizers.shared.cases.first { $0.name == "torch.adam.plain" })
    let optimizer = Adam(
      learningRate: 0.0109, beta1: 0.9022, beta2: 0.9894 + 1e-7, epsilon: 8.48e-07)
    #expect(try difference(item, optimizer, in: Double.self) != nil)
  }

  private func check<S: Scalar>(_ item: GoldenOptimizers.Case, _ optimizer: some Optimizer, in type: S.Type) throws {
    let difference = try difference(item, optimizer, in: S.self)
    #expect(difference == nil)
  }

  private func difference<S: Scalar>(
    _ item: GoldenOptimizers.Case, _ optimizer: some Optimizer, in type: S.Type
  ) throws -> String? {
    let golden = GoldenOptimizers.shared
    let layout = makeLayout(golden.shapes.map { Shape($0) })
    func vector(_ numbers: [Double]) -> ParameterVector<S> {
      ParameterVector(Tensor([layout.count], numbers.map { S($0) }), layout: layout)
    }
    var trajectory = Trajectory(optimizer, from: vector(golden.params))
    for (step, expected) in item.expected.enumerated() {
      let gradient = vector(golden.grads[step].map { item.maximize ? -$0 : $0 })
      if let norm = item.norms?[step] { #expect((gradient.norm - norm).magnitude <= 1e-12 * norm) }
      trajectory.run([gradient])
      let found = firstDifference(trajectory.parameters.values.doubles, expected, rtol: item.rtol, atol: item.atol)
      if let found { return "\(item.name), step \(step): \(found)" }
      if let slow = item.slow?[step] {
        let found = firstDifference(trajectory.state.slots[0].doubles, slow, rtol: item.rtol, atol: item.atol)
        if let found { return "\(item.name), slow weights at step \(step): \(found)" }
      }
    }
    return nil
  }
}
