import GlissadeTesting
import Testing

/// What an optimizer is to reach on a problem, and how it is set.
struct Goal: Sendable, CustomTestStringConvertible {
  /// The name of an entry of the registry.
  let optimizer: String
  let problem: ConvergenceProblem
  /// What differs from the defaults, as `glissade train --set` takes it.
  let settings: String
  /// The learning rate's schedule, as `glissade train --schedule` takes it.
  let schedule: String
  /// Digits a step, nil for all of them, as Rprop and the line searches of L-BFGS want it.
  let batchSize: Int?
  let target: Double

  init(
    _ optimizer: String, _ problem: ConvergenceProblem, _ settings: String, _ schedule: String = "constant",
    batchSize: Int? = 32, below target: Double
  ) {
    self.optimizer = optimizer
    self.problem = problem
    self.settings = settings
    self.schedule = schedule
    self.batchSize = batchSize
    self.target = target
  }

  var testDescription: String { "\(optimizer) on \(problem.rawValue), \(settings) \(schedule), below \(target)" }

  func makeOptimizer() throws -> any Optimizer {
    let pairs = settings.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    let values = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    let rate = try ScheduleRegistry.make(schedule, steps: problem.steps)
    return scheduled(try OptimizerRegistry.standard.make(optimizer, values), rate)
  }

  func value(reachedBy rule: some Optimizer) throws -> Double {
    try problem.value(reachedBy: rule, batchSize: batchSize)
  }

  private func scheduled(_ rule: some Optimizer, _ schedule: Schedule) -> any Optimizer { rule.scheduled(schedule) }
}
