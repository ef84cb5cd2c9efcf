import Synchronization

/// Runs a plan: the learning-rate search, then every optimizer on every problem with every seed.
///
/// Runs are independent jobs of one thread each, so their number changes no bit of a result. What a record has from before is not
/// run again.
public struct Comparison: Sendable {
  /// What is compared.
  public let plan: ComparisonPlan
  private let problems: [any TestProblem]
  private let registry: OptimizerRegistry

  /// A comparison by a plan on its problems, in the plan's order; traps where these differ.
  public init(_ plan: ComparisonPlan, problems: [any TestProblem], registry: OptimizerRegistry = .standard) {
    require(
      problems.map(\.facts.name) == plan.problems.map(\.facts.name), "the problems are not those of the plan")
    self.plan = plan
    self.problems = problems
    self.registry = registry
  }

  /// Runs what is missing, on so many threads, and tells of each line that is new.
  ///
  /// - Parameters:
  ///   - jobs: runs at a time.
  ///   - done: trials and runs from before; those that do not belong to the plan are left out.
  ///   - report: called with one line at a time, from the thread that made it; what it throws ends the comparison.
  /// - Returns: all trials, choices of learning rates and runs, in the plan's order.
  public func run(
    jobs: Int = 1, done: [ComparisonLine] = [], report: @escaping @Sendable (ComparisonLine) throws -> Void = { _ in }
  ) throws -> ComparisonResults {
    let results = Results(done)
    let reporting: @Sendable (ComparisonLine) throws -> Void = { line in try results.add(line, report) }
    let searched = plan.pairs.filter { source(of: $0.optimizer) == .search }
    let trials = try searched.flatMap { pair -> [Task] in
      let standard = try plan.optimizers[pair.optimizer].standardLearningRate(in: registry)
      return (0..<plan.trials).flatMap { trial in
        let rate = plan.trialRate(trial, standard: standard)
        return (0..<plan.trialSeeds).map { Task(pair, trial: trial, rate: rate, seedIndex: $0) }
      }
    }
    try runAll(trials, jobs, results, reporting)
    let choices = try plan.pairs.map { try chooseRate($0, results) }
    for choice in choices { try reporting(.tuned(choice)) }
    let rates = choices.map(\.learningRate)
    let runs = plan.pairs.enumerated().flatMap { number, pair in
      (0..<plan.seeds).map { Task(pair, rate: rates[number], seedIndex: $0) }
    }
    try runAll(runs, jobs, results, reporting)
    return ComparisonResults(
      plan: plan, trials: trials.compactMap { results.trial(key($0)) }, choices: choices,
      runs: runs.compactMap { results.run(key($0)) })
  }

  /// One run of the search or of those that are reported.
  private struct Task {
    let problem: Int
    let optimizer: Int
    /// The number of the trial; nil for a reported run.
    let trial: Int?
    let rate: Double
    let seedIndex: Int

    init(_ pair: (problem: Int, optimizer: Int), trial: Int? = nil, rate: Double, seedIndex: Int) {
      (problem, optimizer) = pair
      self.trial = trial
      self.rate = rate
      self.seedIndex = seedIndex
    }
  }

  private func key(_ task: Task) -> RunKey {
    RunKey(
      problem: plan.problems[task.problem].facts.name, optimizer: plan.optimizers[task.optimizer].label,
      seedIndex: task.seedIndex, trial: task.trial)
  }

  private func runAll(
    _ tasks: [Task], _ jobs: Int, _ results: Results, _ report: @escaping @Sendable (ComparisonLine) throws -> Void
  ) throws {
    let missing = tasks.filter { !results.has(key($0)) }
    try JobQueue.forEach(missing.count, jobs: jobs) { number in try report(line(of: missing[number])) }
  }

  private func line(of task: Task) throws -> ComparisonLine {
    let problem = plan.problems[task.problem]
    let choice = plan.optimizers[task.optimizer]
    let schedule = try ScheduleRegistry.make(plan.schedule, steps: problem.facts.steps)
    let optimizer = try choice.make(learningRate: task.rate, schedule: schedule, in: registry)
    let seed = task.trial == nil ? plan.runSeed(task.seedIndex) : plan.trialSeed(task.seedIndex)
    var execution = RunExecution(problem)
    try execution.run(problems[task.problem].begin(with: optimizer, seed: seed))
    let key = key(task)
    if let trial = task.trial {
      return .trial(
        TrialLine(key, trial: trial, seed: seed, learningRate: task.rate, result: execution.result))
    }
    return .run(
      RunLine(
        key, seed: seed, learningRate: task.rate, result: execution.result, curve: execution.curve,
        path: execution.path.isEmpty ? nil : execution.path))
  }

  private func source(of optimizer: Int) -> TunedLine.Source {
    if plan.optimizers[optimizer].learningRate != nil { return .given }
    return plan.trials > 0 ? .search : .default
  }

  /// The rate that is used: the one that reached the target soonest, else of the lowest last value, else the first.
  private func chooseRate(_ pair: (problem: Int, optimizer: Int), _ results: Results) throws -> TunedLine {
    let (problem, choice) = (plan.problems[pair.problem].facts.name, plan.optimizers[pair.optimizer])
    let standard = try choice.standardLearningRate(in: registry)
    let source = source(of: pair.optimizer)
    guard source == .search else {
      return TunedLine(
        problem: problem, optimizer: choice.label, learningRate: standard, source: source, trial: nil)
    }
    let scores = (0..<plan.trials).map { trial in
      let runs = (0..<plan.trialSeeds).compactMap { seed in
        results.trial(
          RunKey(problem: problem, optimizer: choice.label, seedIndex: seed, trial: trial))?.result
      }
      return (
        steps: median(runs.map(\.stepsToTargetOrInfinity)), value: median(runs.map(\.finalOrInfinity))
      )
    }
    let best = scores.indices.min { scores[$0] < scores[$1] } ?? 0
    return TunedLine(
      problem: problem, optimizer: choice.label, learningRate: plan.trialRate(best, standard: standard),
      source: source, trial: best)
  }
}

/// Results by their keys, for several threads.
private final class Results: Sendable {
  private let lines: Mutex<[RunKey: ComparisonLine]>

  init(_ done: [ComparisonLine]) {
    var lines: [RunKey: ComparisonLine] = [:]
    for line in done { if let key = line.key { lines[key] = line } }
    self.lines = Mutex(lines)
  }

  /// Adds a line and reports it, one at a time.
  func add(_ line: ComparisonLine, _ report: (ComparisonLine) throws -> Void) throws {
    try lines.withLock {
      if let key = line.key { $0[key] = line }
      try report(line)
    }
  }

  func has(_ key: RunKey) -> Bool { lines.withLock { $0[key] != nil } }

  func trial(_ key: RunKey) -> TrialLine? {
    if case .trial(let line) = lines.withLock({ $0[key] }) { return line }
    return nil
  }

  func run(_ key: RunKey) -> RunLine? {
    if case .run(let line) = lines.withLock({ $0[key] }) { return line }
    return nil
  }
}
