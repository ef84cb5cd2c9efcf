import GlissadeOptimizers
import Testing

/// What holds for rules that see tensors, over all their examples in the registry, beyond the laws for all optimizers.
@Suite struct TensorRuleTests {
  struct Example: CustomTestStringConvertible {
    let entry: OptimizerEntry
    let settings: [String: String]
    var testDescription: String { "\(entry.name) \(settings)" }
  }

  static let names = [
    "adafactor", "fromage", "lamb", "lars", "muon", "novograd", "psgd-kron", "scalable-shampoo", "shampoo", "sm3",
    "soap",
  ]
  static let examples = names.compactMap { OptimizerRegistry.standard[$0] }
    .flatMap { entry in entry.examples.map { Example(entry: entry, settings: $0) } }

  @Test func allAreRegistered() { #expect(Set(Self.examples.map(\.entry.name)) == Set(Self.names)) }

  /// A factor that is still to be multiplied in gives what a gradient gives that it has been multiplied into.
  @Test(arguments: examples) func pendingFactorsCount(_ example: Example) throws {
    checkFactor(try example.entry.make(example.settings))
  }

  private func checkFactor(_ rule: some Optimizer) {
    let (parameters, gradients) = makeProblem(steps: 4, of: Double.self)
    var pending = Trajectory(rule, from: parameters)
    var multiplied = pending
    for gradient in gradients {
      var scaled = Gradient(gradient)
      scaled.multiply(by: -0.25)
      rule.update(&pending.parameters, along: &scaled, state: &pending.state)
      var plain = gradient
      plain.scale(by: -0.25)
      multiplied.run([plain])
    }
    #expect(pending.parameters.bits == multiplied.parameters.bits)
    #expect(pending.state.bits == multiplied.state.bits)
  }

  /// Weights of zeros, whose norm is in many a quotient, are no trap, nor are they where all gradients are zeros too.
  @Test(arguments: examples, ScalarKind.allCases)
  func weightsOfZeros(_ example: Example, _ kind: ScalarKind) throws {
    checkZeros(try example.entry.make(example.settings), kind.type)
  }

  private func checkZeros<S: Scalar>(_ rule: some Optimizer, _ type: S.Type) {
    for deviation in [0.0, 1] {
      let (parameters, gradients) = makeProblem(steps: 5, deviation: deviation, of: S.self)
      let zeros = ParameterVector<S>.zeros(parameters.layout)
      var trajectory = Trajectory(rule, from: zeros)
      trajectory.run(gradients)
      #expect(trajectory.parameters.isFinite)
      if deviation == 0 { #expect(trajectory.parameters == zeros) }
    }
  }

  /// Tensors do not see one another: each goes where it would go alone.
  @Test(arguments: examples) func tensorsAreIndependent(_ example: Example) throws {
    // The probes of PSGD depend on where a tensor lies.
    if example.entry.name != "psgd-kron" { checkIndependence(try example.entry.make(example.settings)) }
  }

  private func checkIndependence(_ rule: some Optimizer) {
    let (parameters, gradients) = makeProblem(steps: 4, of: Double.self)
    var together = Trajectory(rule, from: parameters)
    together.run(gradients)
    for index in parameters.layout.segments.indices {
      let layout = makeLayout([parameters.layout.segments[index].shape])
      var alone = Trajectory(rule, from: ParameterVector(parameters[index], layout: layout))
      alone.run(gradients.map { ParameterVector($0[index], layout: layout) })
      #expect(alone.parameters[0] == together.parameters[index])
    }
  }

  /// Empty tensors and single numbers are parameters too.
  @Test(arguments: examples) func shapesOfAllRanks(_ example: Example) throws {
    checkShapes(try example.entry.make(example.settings))
  }

  private func checkShapes(_ rule: some Optimizer) {
    let layout = makeLayout([[], [0], [3, 0], [1], [1, 1], [1, 5], [2, 1, 3], [2, 1, 2, 1, 2, 1]])
    func vector(_ index: Int) -> ParameterVector<Float> {
      ParameterVector(Tensor([layout.count], makeNumbers(layout.count, index: index)), layout: layout)
    }
    var trajectory = Trajectory(rule, from: vector(0))
    trajectory.run((1...5).map(vector))
    #expect(trajectory.parameters.isFinite)
    #expect(zip(trajectory.parameters.values.elements, vector(0).values.elements).allSatisfy { $0 != $1 })
  }

  /// A run on dual numbers has the derivative of the end by the beginning for its tangent, eigenvectors included.
  @Test(arguments: examples) func tangentIsTheDerivativeOfTheRun(_ example: Example) throws {
    // The first moment of a vector has rank one: which basis its null space gets is not a differentiable function of it.
    if example.settings["includesVectors"] == nil { checkTangent(try example.entry.make(example.settings)) }
  }

  private func checkTangent(_ rule: some Optimizer) {
    let layout = makeLayout([[3, 2], [4]])
    func end<S: Scalar>(_ start: [S]) -> ParameterVector<S> {
      var trajectory = Trajectory(rule, from: ParameterVector(Tensor([layout.count], start), layout: layout))
      let slopes: [Double] = makeNumbers(layout.count, index: 3)
      trajectory.run(steps: 4) { x in
        let gradient = zip(x.values.elements, slopes).map { $0 * $0 * $0 + S($1) }
        return ParameterVector(Tensor([layout.count], gradient), layout: layout)
      }
      return trajectory.parameters
    }
    let start: [Double] = makeNumbers(layout.count, index: 1)
    let direction: [Double] = makeNumbers(layout.count, index: 2)
    let tangents = ParameterVector<Double>.tangents(of: end(zip(start, direction).map { Dual($0, tangent: $1) }))
    let step = 1e-5
    let ahead = end(zip(start, direction).map { $0 + step * $1 }).values.elements
    let behind = end(zip(start, direction).map { $0 - step * $1 }).values.elements
    let differences = zip(ahead, behind).map { ($0 - $1) / (2 * step) }
    let difference = firstDifference(tangents.values.elements, differences, rtol: 1e-5, atol: 1e-6)
    #expect(difference == nil)
  }
}
