/// Takes the steps of one run and writes down what comes of them.
struct RunExecution {
  private let facts: ProblemFacts
  private let every: Int
  private(set) var result = RunResult()
  private(set) var curve = RunCurve()
  /// The points of the curve in the plane, for problems of two dimensions.
  private(set) var path: [[Double]] = []
  private var losses = (sum: 0.0, count: 0)

  init(_ problem: ComparisonPlan.Budgeted) {
    facts = problem.facts
    every = problem.every
  }

  /// Takes all steps, or those before the first that cannot be taken.
  mutating func run(_ begun: some TestProblemRun) throws {
    var run = begun
    var goesOn = measure(run)
    while goesOn && result.steps < facts.steps {
      let start = ThreadClock.seconds
      let loss = try run.step()
      result.seconds += ThreadClock.seconds - start
      guard loss.isFinite else {
        diverge()
        break
      }
      result.steps += 1
      losses = (losses.sum + loss, losses.count + 1)
      if facts.kind == .function || isPointOfCurve { goesOn = measure(run) }
    }
    result.parametersHash = run.parametersHash
  }

  private var isPointOfCurve: Bool { result.steps % every == 0 || result.steps == facts.steps }

  /// Measures the run; false where the value is not finite, which ends it.
  private mutating func measure(_ run: some TestProblemRun) -> Bool {
    let measurement = run.measure()
    guard measurement.value.isFinite else {
      diverge()
      return false
    }
    result.final = measurement.value
    if measurement.value < result.bestOrInfinity {
      result.best = measurement.value
      result.bestStep = result.steps
    }
    if let target = facts.target, result.stepsToTarget == nil, measurement.value <= target {
      result.stepsToTarget = result.steps
      result.secondsToTarget = result.seconds
    }
    guard isPointOfCurve else { return true }
    curve.step.append(result.steps)
    curve.value.append(measurement.value)
    curve.trainingLoss.append(losses.count > 0 ? losses.sum / Double(losses.count) : nil)
    curve.accuracy.append(measurement.accuracy)
    curve.seconds.append(result.seconds)
    losses = (0, 0)
    if facts.dimension == 2 { path.append(run.point) }
    return true
  }

  private mutating func diverge() {
    result.outcome = .diverged
    result.final = nil
  }
}
