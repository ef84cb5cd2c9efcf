import GlissadeOptimizers
import Testing

/// No state of an element-wise rule holds subnormal numbers, whose arithmetic would make every later step slow.
@Suite struct SubnormalStateTests {
  @Test(arguments: OptimizerTable.rules) func noStateIsSubnormal(_ named: NamedRule) { check(named.rule) }

  private func check(_ rule: some ElementwiseOptimizer) {
    // Means and mean squares of these are subnormal, in registers and beside them.
    let gradients: [[Float]] = [1e-19, 1e-21, 1e-37, 1e-38].map { size in
      (0..<37).map { size * Float($0 % 7 - 3) }
    }
    var trajectory = Trajectory(rule, from: makeVector([Float](repeating: 0.5, count: 37)))
    trajectory.run(gradients.map { makeVector($0) })
    #expect(trajectory.state.slots.allSatisfy { $0.elements.allSatisfy { !$0.isSubnormal } })
  }

  /// 0.9 of four times the least number rounds to four times the least number: such a mean would never end.
  @Test func aMeanWithoutGradientsEnds() {
    var trajectory = Trajectory(Adam(), from: makeVector([Float](repeating: 0.5, count: 20)))
    trajectory.run([makeVector([Float](repeating: 1, count: 20))])
    trajectory.run(Array(repeating: makeVector([Float](repeating: 0, count: 20)), count: 900))
    #expect(trajectory.state.slots[0].elements.allSatisfy { $0 == 0 })
  }
}
