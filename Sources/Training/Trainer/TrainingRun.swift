/// A training under way: it takes a step, or ends an epoch, whenever it is asked for its next event.
///
/// ```swift
/// var run = try TrainingRun(trainer, training: digits.training, validation: digits.test, plan: TrainingPlan(.epochs(30)))
/// while let event = try run.next() {
///   if case .epoch(let epoch) = event { print(epoch.epoch, epoch.training.loss) }
/// }
/// ```
/// Whoever stops asking has stopped the run: between two events nothing is half done, so a `Checkpoint` made there goes on
/// bit for bit. It is a plain iterator, in the thread that asks; nothing runs beside it.
public struct TrainingRun<Goal: Objective, Rule: Optimizer, S: Scalar> {
  /// What trains.
  public internal(set) var trainer: Trainer<Goal, Rule, S>
  /// The examples trained on.
  public let training: Goal.Examples
  /// The examples that each epoch is evaluated on.
  public let validation: Goal.Examples?
  /// For how long, and in which batches.
  public let plan: TrainingPlan
  /// What is looked at on the way.
  public let monitors: MonitorSet
  /// How far it has come.
  public internal(set) var progress: TrainingProgress
  /// The epochs that are over.
  public internal(set) var history: [EpochReport] = []
  /// The trainer after the best epoch, where early stopping is to restore it.
  public internal(set) var best: TrainerSnapshot<S>?
  /// Of the checkpoints saved so far, the one of the best epoch.
  public internal(set) var bestSaved: BestCheckpoint?
  /// What the monitors remember.
  var monitorStates: [MonitorState<S>]
  /// What the rules for warnings remember.
  var warningRecords: WarningRecords
  /// The order of the epoch under way; made again where it is missing.
  private var order: [Int] = []

  /// A run of a trainer, which goes on from where it is; throws where the plan makes no sense for the examples.
  public init(
    _ trainer: consuming Trainer<Goal, Rule, S>, training: Goal.Examples, validation: Goal.Examples? = nil,
    plan: TrainingPlan, monitors: MonitorSet = MonitorSet()
  ) throws {
    try plan.check(training: training.count, validation: validation?.count)
    progress = TrainingProgress(step: trainer.step, epoch: trainer.epoch)
    self.trainer = trainer
    self.training = training
    self.validation = validation
    self.plan = plan
    self.monitors = monitors
    monitorStates = monitors.entries.map { _ in MonitorState() }
    warningRecords = WarningRecords(count: monitors.warnings.count)
  }

  /// Takes a step, or ends an epoch; nil when the run is over.
  ///
  /// Throws `TrainingError.notFinite` where a step cannot be taken; the trainer is then as it was before that step.
  public mutating func next() throws -> TrainingEvent? {
    guard progress.end == nil else { return nil }
    if progress.current == nil {
      guard !hasItsLength else {
        finish(.completed)
        return nil
      }
      try beginEpoch()
    }
    let stepCount = try stepCount()
    guard let current = progress.current, current.batch < stepCount, !hasItsSteps else {
      return .epoch(try endEpoch())
    }
    return .step(try takeStep(current.batch, of: stepCount))
  }

  /// Ends the run where it is, as if it had its length.
  public mutating func stop() {
    if progress.end == nil { finish(.stopped) }
  }

  /// Has the order of the epoch made again, after the trainer's counts were changed.
  mutating func forgetOrder() { order = [] }

  private var batchSize: Int { plan.batchSize ?? training.count }

  /// Whether the last of the plan's steps was taken.
  private var hasItsSteps: Bool {
    if case .steps(let count) = plan.length { return trainer.step - progress.startStep >= count }
    return false
  }

  private var hasItsLength: Bool {
    if case .epochs(let count) = plan.length { return trainer.epoch - progress.startEpoch >= count }
    return hasItsSteps
  }

  /// The number of steps of the epoch under way.
  private mutating func stepCount() throws -> Int {
    // A run that goes on in the midst of an epoch makes its order again.
    if order.isEmpty { order = try makeOrder(epoch: trainer.epoch - 1) }
    return (order.count + batchSize - 1) / batchSize
  }

  private func makeOrder(epoch: Int) throws -> [Int] {
    var indices = plan.order.indices(count: training.count, seed: trainer.seed, epoch: epoch)
    indices.removeLast(indices.count - (try plan.usedCount(of: indices.count, batchSize: batchSize)))
    return indices
  }

  private mutating func beginEpoch() throws {
    order = try makeOrder(epoch: trainer.epoch)
    trainer.epoch += 1
    progress.current = TrainingProgress.Epoch()
  }

  private mutating func takeStep(_ batch: Int, of stepCount: Int) throws -> StepEvent {
    let clock = ContinuousClock()
    let start = clock.now
    let lower = batch * batchSize
    let indices = order[lower..<min(lower + batchSize, order.count)]
    var watch: StepWatch<S>? = monitors.makeWatch(step: trainer.step + 1)
    let batchOfStep = Batch(training, indices: indices)
    let report = try trainer.step(on: batchOfStep, watch: &watch)
    let seconds = start.duration(to: clock.now) / .seconds(1)
    progress.current?.add(report, exampleCount: indices.count, seconds: seconds)
    var event = StepEvent(
      epoch: trainer.epoch, step: batch + 1, stepCount: stepCount, totalSteps: trainer.step, loss: report.loss,
      gradientNorm: report.gradientNorm)
    if let watch { event.measurements = measure(watch, batchOfStep, report, seconds) }
    if !monitors.warnings.isEmpty {
      event.warnings = warningRecords.warnings(of: monitors.warnings) { $0.check(event, record: &$1) }
    }
    return event
  }

  private mutating func measure(
    _ watch: StepWatch<S>, _ batch: Batch<Goal.Examples>, _ report: StepReport, _ seconds: Double
  ) -> [Measurement] {
    let pass = Pass.training(seed: trainer.seed, step: trainer.step - 1)
    return monitors.measure(
      watch, states: &monitorStates, step: trainer.step, report: report, parameters: trainer.parameters,
      objective: ObjectiveOnBatch(base: trainer.objective, batch: batch, pass: pass), seconds: seconds,
      poolBytes: trainer.pool.statistics.bytes)
  }

  private mutating func endEpoch() throws -> EpochReport {
    // The last step's result has not been evaluated by any gradient.
    guard trainer.parameters.isFinite else {
      throw TrainingError.notFinite(step: trainer.step, what: "a parameter")
    }
    let current = progress.current ?? TrainingProgress.Epoch()
    let (validated, measurements) = validate()
    var report = EpochReport(
      epoch: trainer.epoch, step: trainer.step, training: current.sums.metrics, validation: validated,
      gradientNorm: (current.squaredNorms / Double(current.normCount)).squareRoot(), seconds: current.seconds,
      examplesPerSecond: Double(current.sums.count) / max(current.seconds, 1e-9))
    report.measurements = measurements
    if !monitors.warnings.isEmpty {
      report.warnings = warningRecords.warnings(of: monitors.warnings) { $0.check(report, record: &$1) }
    }
    progress.current = nil
    order = []
    history.append(report)
    stopEarly(after: report)
    return report
  }

  private func validate() -> (Metrics?, [Measurement]) {
    guard let validation else { return (nil, []) }
    guard monitors.classifies else { return (trainer.evaluate(validation), []) }
    let (metrics, classification) = trainer.evaluateAndClassify(validation)
    return (metrics, classification.measurements)
  }

  private mutating func stopEarly(after epoch: EpochReport) {
    guard let earlyStopping = plan.earlyStopping else { return }
    let isBest = earlyStopping.record(epoch, in: &progress.stopping)
    if isBest && earlyStopping.restoresBest { best = trainer.snapshot }
    if earlyStopping.isOver(progress.stopping) { finish(.stoppedEarly) }
  }

  private mutating func finish(_ end: TrainingProgress.End) {
    progress.end = end
    if let best { trainer.restore(best) }
  }
}

extension TrainingProgress.Epoch {
  fileprivate mutating func add(_ step: StepReport, exampleCount: Int, seconds: Double) {
    batch += 1
    sums.add(loss: step.loss, correctCount: step.correctCount, count: exampleCount)
    if step.gradientNorm.isFinite {
      squaredNorms += step.gradientNorm * step.gradientNorm
      normCount += 1
    }
    self.seconds += seconds
  }
}
