import GlissadeOptimizers
import Testing

/// Combinations of options for which no library has a reference, against the equations written out for one number.
@Suite struct RMSpropTests {
  static let rules = RMSprop.Buffer.allCases.flatMap { buffer in
    EpsilonPlacement.allCases.flatMap { placement in
      [false, true].map { nesterov in
        RMSprop(
          learningRate: 0.125, decay: 0.75, epsilon: 1e-3, epsilonPlacement: placement, initialMeanSquare: 0.5,
          biasCorrection: true, momentum: 0.5, nesterov: nesterov, buffer: buffer, centered: true, weightDecay: 0.25)
      }
    }
  }

  @Test(arguments: rules)
  func equations(_ rule: RMSprop) {
    let schedule = Schedule { [1, 0.5, 4][$0] }
    let gradients = [1.5, -0.25, 0.75]
    var trajectory = Trajectory(rule.scheduled(schedule), from: makeVector([2.0]))
    trajectory.run(gradients.map { makeVector([$0]) })
    var (w, square, mean, buffer) = (2.0, 0.5, 0.0, 0.0)
    for (step, gradient) in gradients.enumerated() {
      let rate = 0.125 * schedule.factor(at: step)
      let g = gradient + 0.25 * w
      square = 0.75 * square + 0.25 * g * g
      mean = 0.75 * mean + 0.25 * g
      let correction = 1 - integerPower(0.75, step + 1)
      let variance = square / correction - (mean / correction) * (mean / correction)
      let root =
        rule.epsilonPlacement == .insideRoot ? (variance + 1e-3).squareRoot() : variance.squareRoot() + 1e-3
      let added = rule.buffer == .steps ? rate * g / root : g / root
      buffer = 0.5 * buffer + added
      let step = rule.nesterov ? added + 0.5 * buffer : buffer
      w -= rule.buffer == .steps ? step : rate * step
    }
    #expect((trajectory.parameters.values.item - w).magnitude < 1e-13)
  }

  /// All eight differ, so that none of the options is without effect.
  @Test func optionsMatter() {
    let ends = Self.rules.map { rule in
      var trajectory = Trajectory(rule.scheduled(Schedule { [1, 0.5, 4][$0] }), from: makeVector([2.0]))
      trajectory.run([1.5, -0.25, 0.75].map { makeVector([$0]) })
      return trajectory.parameters.values.item
    }
    #expect(Set(ends).count == 8)
  }
}
