import GlissadeOptimizers
import Testing

@Suite struct OptimisticTests {
  /// How far x and y are from the saddle point of x y after so many steps in which x descends and y ascends.
  private func distance(_ rule: some Optimizer, steps: Int) -> Double {
    var trajectory = Trajectory(rule, from: makeVector([1.0, 2.0]))
    trajectory.run(steps: steps) { point in
      let (x, y) = (point.values.elements[0], point.values.elements[1])
      return ParameterVector(Tensor([2], [y, -x]), layout: point.layout)
    }
    return trajectory.parameters.norm
  }

  /// The game on which gradient descent spirals outwards, and what optimism is for.
  @Test func bilinearGame() {
    let begin = 5.0.squareRoot()
    #expect(distance(GradientDescent(learningRate: 0.1), steps: 500) > 2 * begin)
    #expect(distance(OptimisticGradientDescent(learningRate: 0.1, changeWeight: 0), steps: 500) > 2 * begin)
    #expect(distance(OptimisticGradientDescent(learningRate: 0.1), steps: 500) < 0.2 * begin)
  }

  /// The mean without Nesterov's variant, for which there is no reference, against the equations for one number.
  @Test func optimisticAdamWithoutNesterov() {
    let gradients = [1.5, -0.25, 0.75, 2]
    let rule = OptimisticAdam(
      learningRate: 0.125, directionWeight: 0.75, changeWeight: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 1e-3,
      epsilonRoot: 0.125, nesterov: false)
    var trajectory = Trajectory(rule, from: makeVector([2.0]))
    trajectory.run(gradients.map { makeVector([$0]) })
    var (w, mean, square, previous) = (2.0, 0.0, 0.0, 0.0)
    for (index, g) in gradients.enumerated() {
      mean = 0.5 * mean + 0.5 * g
      square = 0.75 * square + 0.25 * g * g
      let variance = square / (1 - integerPower(0.75, index + 1))
      let direction = mean / (1 - integerPower(0.5, index + 1)) / ((variance + 0.125).squareRoot() + 1e-3)
      let change = index == 0 ? 0 : direction - previous
      w -= 0.125 * (0.75 * direction + 0.5 * change)
      previous = direction
    }
    #expect((trajectory.parameters.values.item - w).magnitude < 1e-14)
  }
}
