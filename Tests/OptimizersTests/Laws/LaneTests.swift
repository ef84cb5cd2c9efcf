import GlissadeOptimizers
import Testing

@Suite struct LaneTests {
  /// The pass over memory, on SIMD registers with a rest of single scalars, and in blocks for narrow types, gives the
  /// bits of the rule called on one scalar after the other.
  @Test(arguments: OptimizerTable.rules, ScalarKind.allCases)
  func vectorizedPathEqualsScalarPath(_ item: NamedRule, _ kind: ScalarKind) {
    check(item.rule, kind.type, lengths: Array(1...70), steps: 3)
  }

  /// The same for vectors that are divided among threads and blocks.
  @Test(arguments: OptimizerTable.rules, [ScalarKind.float, .bfloat16])
  func longVectorsToo(_ item: NamedRule, _ kind: ScalarKind) {
    check(item.rule, kind.type, lengths: [16_384 * 2 + 3 + 17], steps: 2)
  }

  private func check<S: Scalar>(_ rule: some ElementwiseOptimizer, _ type: S.Type, lengths: [Int], steps: Int) {
    // Prefixes of one long vector: element i never depends on the length.
    let longest = lengths.max() ?? 0
    let start = makeNumbers(longest, of: S.self)
    let gradients = (1...steps).map { makeNumbers(longest, deviation: 0.5, index: $0, of: S.self) }
    let expected = scalarPath(rule, start, gradients)
    for length in lengths {
      var trajectory = Trajectory(rule, from: makeVector(Array(start.prefix(length))))
      trajectory.run(gradients.map { makeVector(Array($0.prefix(length))) })
      let isEqual = trajectory.parameters.bits == expected.prefix(length).map(\.hashBits)
      #expect(isEqual, "length \(length)")
    }
  }

  private func scalarPath<S: Scalar>(_ rule: some ElementwiseOptimizer, _ start: [S], _ gradients: [[S]]) -> [S] {
    var parameters = start
    let coefficients = gradients.indices.map { rule.coefficients(at: Step(number: $0 + 1)) }
    for index in parameters.indices {
      var slots = Slots<ScalarLane<S.Accumulator>>()
      for step in gradients.indices {
        var w = ScalarLane(value: parameters[index].accumulator)
        let g = ScalarLane(value: gradients[step][index].accumulator)
        rule.update(&w, along: g, &slots, at: coefficients[step])
        parameters[index] = S(accumulator: w.value)
      }
    }
    return parameters
  }

  /// NaN and infinities go through registers as through scalars: no comparison falls out differently.
  @Test(arguments: OptimizerTable.rules)
  func specialValuesToo(_ item: NamedRule) {
    let special: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1e30, -1e-38, 1]
    let start = (0..<37).map { special[$0 % 8] }
    let gradients = (0..<2).map { step in (0..<37).map { special[($0 / 8 + $0 + step) % 8] } }
    checkSpecial(item.rule, start, gradients)
  }

  private func checkSpecial(_ rule: some ElementwiseOptimizer, _ start: [Float], _ gradients: [[Float]]) {
    var trajectory = Trajectory(rule, from: makeVector(start))
    trajectory.run(gradients.map { makeVector($0) })
    let expected = scalarPath(rule, start, gradients)
    // A NaN's sign and payload are not promised.
    func normalized(_ x: Float) -> UInt32 { x.isNaN ? 0x7fc0_0000 : x.bitPattern }
    #expect(trajectory.parameters.values.elements.map(normalized) == expected.map(normalized))
  }
}
