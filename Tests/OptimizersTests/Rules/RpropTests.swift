import GlissadeOptimizers
import Testing

@Suite struct RpropTests {
  private func points(_ rule: Rprop, _ gradients: [Double]) -> [Double] {
    var trajectory = Trajectory(rule, from: makeVector([0.0]))
    return gradients.map { gradient in
      trajectory.run([makeVector([gradient])])
      return trajectory.parameters.values.item
    }
  }

  /// Sizes 1, 2, 3 (the bound), 1.5 without a step where the sign changes, 1.5, and 3.
  @Test func immediate() {
    let rule = Rprop(learningRate: 1, decrease: 0.5, increase: 2, smallestStep: 0.25, largestStep: 3)
    #expect(points(rule, [1, 5, 1e-3, -2, -1, -1]) == [-1, -3, -6, -6, -4.5, -1.5])
  }

  /// The same decisions, each a step later, but for the one that the change of sign takes back.
  @Test func delayed() {
    let rule = Rprop(
      learningRate: 1, decrease: 0.5, increase: 2, smallestStep: 0.25, largestStep: 3, timing: .delayed)
    #expect(points(rule, [1, 5, 1e-3, -2, -1, -1, -1]) == [0, -1, -3, -3, -3, -1.5, 1.5])
  }

  /// Only the delayed kind leaves a size that lies out of bounds alone until the sign is known to be the same.
  @Test func boundsAtTheFirstStep() {
    var rule = Rprop(learningRate: 8, largestStep: 3)
    #expect(points(rule, [1]) == [-3])
    rule.timing = .delayed
    #expect(points(rule, [1, 1, 1]) == [0, -8, -11])
  }

  /// Gradients whose product vanishes have signs all the same.
  @Test func tinyGradients() {
    let rule = Rprop(learningRate: 1, increase: 2, largestStep: 8)
    #expect(points(rule, [1e-300, 1e-300, 1e-300]) == points(rule, [1, 1, 1]))
  }
}
