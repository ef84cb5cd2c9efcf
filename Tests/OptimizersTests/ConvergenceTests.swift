import GlissadeOptimizers
import Testing

/// How far a rule gets on two problems; steps and targets are of the rule, not of the machine.
struct Descent: CustomTestStringConvertible, Sendable {
  let name: String
  let quadratic: any Optimizer
  let quadraticTarget: Double
  let rosenbrock: any Optimizer
  let rosenbrockTarget: Double

  var testDescription: String { name }
}

@Suite struct ConvergenceTests {
  static let descents: [Descent] = [
    Descent(
      name: "gradient descent", quadratic: GradientDescent(learningRate: 0.15), quadraticTarget: 1e-20,
      rosenbrock: GradientDescent(learningRate: 2e-3), rosenbrockTarget: 2e-2),
    Descent(
      name: "SGD, momentum", quadratic: SGD(learningRate: 0.05, momentum: 0.8), quadraticTarget: 1e-20,
      rosenbrock: SGD(learningRate: 5e-4, momentum: 0.95), rosenbrockTarget: 1e-4),
    Descent(
      name: "SGD, Nesterov", quadratic: SGD(learningRate: 0.05, momentum: 0.8, nesterov: true), quadraticTarget: 1e-20,
      rosenbrock: SGD(learningRate: 5e-4, momentum: 0.95, nesterov: true), rosenbrockTarget: 1e-4),
    Descent(
      name: "RMSprop", quadratic: RMSprop(learningRate: 0.05, decay: 0.9).scheduled(.cosine(steps: 400)),
      quadraticTarget: 1e-4,
      rosenbrock: RMSprop(learningRate: 0.02, decay: 0.99).scheduled(.cosine(steps: 2_000)), rosenbrockTarget: 1e-2),
    Descent(
      name: "RMSprop, centered, momentum",
      quadratic: RMSprop(learningRate: 0.02, decay: 0.9, momentum: 0.5, centered: true).scheduled(.cosine(steps: 400)),
      quadraticTarget: 1e-4,
      rosenbrock: RMSprop(learningRate: 0.005, decay: 0.99, momentum: 0.8, centered: true)
        .scheduled(.cosine(steps: 2_000)), rosenbrockTarget: 1e-2),
    Descent(
      name: "Adam", quadratic: Adam(learningRate: 0.1), quadraticTarget: 1e-6, rosenbrock: Adam(learningRate: 0.05),
      rosenbrockTarget: 1e-4),
    Descent(
      name: "AdamW", quadratic: AdamW(learningRate: 0.1, weightDecay: 1e-4), quadraticTarget: 1e-4,
      rosenbrock: AdamW(learningRate: 0.05, weightDecay: 1e-4), rosenbrockTarget: 1e-3),
    Descent(
      name: "Lion", quadratic: Lion(learningRate: 0.05).scheduled(.cosine(steps: 400)), quadraticTarget: 1e-4,
      rosenbrock: Lion(learningRate: 0.01).scheduled(.cosine(steps: 2_000)), rosenbrockTarget: 1e-2),
    Descent(
      name: "lookahead of clipped Adam", quadratic: Adam(learningRate: 0.2).clipped(toGlobalNorm: 1).lookahead(),
      quadraticTarget: 1e-4,
      // At a constant rate it wanders in the valley to the end, and the last value is a matter of rounding.
      rosenbrock: Adam(learningRate: 0.05).clipped(toGlobalNorm: 1).lookahead().scheduled(.cosine(steps: 2_000)),
      rosenbrockTarget: 1e-2),
  ]

  @Test(arguments: descents)
  func quadratic(_ item: Descent) {
    let (curvatures, center) = ([1.0, 2, 5, 10], [0.5, -1, 2, 0.25])
    func terms(_ x: [Double]) -> [Double] { (0..<4).map { curvatures[$0] * (x[$0] - center[$0]) } }
    func value(_ x: [Double]) -> Double {
      zip(terms(x), curvatures).reduce(0) { $0 + $1.0 * $1.0 / (2 * $1.1) }
    }
    let end = descend(item.quadratic, from: [0, 0, 0, 0], steps: 400, gradient: terms)
    #expect(value(end) < item.quadraticTarget)
    #expect(value([0, 0, 0, 0]) > 10)
  }

  /// From the customary (−1.2, 1), where the value is 24.2.
  @Test(arguments: descents)
  func rosenbrock(_ item: Descent) {
    let end = descend(item.rosenbrock, from: [-1.2, 1], steps: 2_000) { x in
      let bend = x[1] - x[0] * x[0]
      return [-400 * bend * x[0] - 2 * (1 - x[0]), 200 * bend]
    }
    let bend = end[1] - end[0] * end[0]
    #expect(100 * bend * bend + (1 - end[0]) * (1 - end[0]) < item.rosenbrockTarget)
  }

  private func descend(
    _ rule: some Optimizer, from start: [Double], steps: Int, gradient: ([Double]) -> [Double]
  ) -> [Double] {
    var trajectory = Trajectory(rule, from: makeVector(start))
    trajectory.run(steps: steps) { point in
      ParameterVector(Tensor([start.count], gradient(point.values.elements)), layout: point.layout)
    }
    return trajectory.parameters.values.elements
  }
}
