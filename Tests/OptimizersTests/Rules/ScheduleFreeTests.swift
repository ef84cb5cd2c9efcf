import Foundation
import GlissadeOptimizers
import Testing

/// Schedule-Free against its three sequences x, y and z kept apart, with what no golden case has: the authors' warm-up and
/// other powers.
@Suite struct ScheduleFreeTests {
  @Test(arguments: ScheduleFreeWarmup.allCases, [0, 0.5, 3])
  func sgd(_ warmup: ScheduleFreeWarmup, _ power: Double) {
    let rule = ScheduleFreeSGD(
      learningRate: 0.3, beta: 0.8, weightDecay: 0.1, warmupSteps: 4, warmup: warmup, weightPower: power)
    var reference = Reference(beta: 0.8, decay: 0.1, rate: 0.3, warmupSteps: 4, warmup: warmup, power: power)
    check(rule, &reference)
  }

  @Test(arguments: ScheduleFreeWarmup.allCases)
  func adamW(_ warmup: ScheduleFreeWarmup) {
    let rule = ScheduleFreeAdamW(
      learningRate: 0.1, beta: 0.9, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.2, warmupSteps: 3, warmup: warmup,
      weightPower: 1)
    var reference = Reference(beta: 0.9, decay: 0.2, rate: 0.1, warmupSteps: 3, warmup: warmup, power: 1)
    reference.root = (0.95, 1e-6)
    check(rule, &reference)
  }

  private func check(_ rule: some ScheduleFree, _ reference: inout Reference) {
    let (start, gradients) = makeProblem(steps: 9, of: Double.self)
    var trajectory = Trajectory(rule, from: start)
    reference.begin(start.values.elements)
    for gradient in gradients {
      trajectory.run([gradient])
      reference.step(gradient.values.elements)
      let evaluated = rule.evaluationPoint(of: trajectory.parameters, state: trajectory.state)
      let y = firstDifference(trajectory.parameters.values.elements, reference.y, rtol: 1e-12, atol: 1e-13)
      let x = firstDifference(evaluated.values.elements, reference.x, rtol: 1e-12, atol: 1e-13)
      #expect(y == nil)
      #expect(x == nil)
    }
    #expect(reference.x != reference.y)
  }

  private struct Reference {
    let beta, decay, rate: Double
    let warmupSteps: Int
    let warmup: ScheduleFreeWarmup
    let power: Double
    var root: (beta2: Double, epsilon: Double)?
    var (x, y, z, v): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    var number = 0
    var sum = 0.0

    init(beta: Double, decay: Double, rate: Double, warmupSteps: Int, warmup: ScheduleFreeWarmup, power: Double) {
      (self.beta, self.decay, self.rate) = (beta, decay, rate)
      (self.warmupSteps, self.warmup, self.power) = (warmupSteps, warmup, power)
    }

    mutating func begin(_ start: [Double]) { (x, y, z, v) = (start, start, start, start.map { _ in 0 }) }

    private func ramp(_ count: Int) -> Double { rate * min(Double(count) / Double(warmupSteps), 1) }

    mutating func step(_ g: [Double]) {
      number += 1
      let weight = pow(ramp(number), power)
      sum += weight
      let c = weight / sum
      let moving = ramp(warmup == .delayed ? number - 1 : number)
      for index in g.indices {
        var direction = g[index]
        if let (beta2, epsilon) = root {
          v[index] = beta2 * v[index] + (1 - beta2) * g[index] * g[index]
          direction /= (v[index] / (1 - pow(beta2, Double(number)))).squareRoot() + epsilon
        }
        z[index] -= moving * (direction + decay * y[index])
        x[index] = (1 - c) * x[index] + c * z[index]
        y[index] = (1 - beta) * z[index] + beta * x[index]
      }
    }
  }

  /// Where nothing has moved, rounding moves nothing.
  @Test func restIsExact() {
    let (start, _) = makeProblem(steps: 1, of: Float.self)
    var trajectory = Trajectory(ScheduleFreeSGD(beta: 0.7), from: start)
    trajectory.run(Array(repeating: ParameterVector.zeros(start.layout), count: 50))
    #expect(trajectory.parameters == start)
  }

  /// β = 0 would leave x without a way back from y.
  @Test func betaOfZeroIsRefused() {
    #expect(throws: OptimizerError.self) { try OptimizerRegistry.standard.make("schedule-free-sgd", ["beta": "0"]) }
    #expect(throws: Never.self) { try OptimizerRegistry.standard.make("schedule-free-sgd", ["beta": "0.1"]) }
  }
}
