import Glissade

/// A run of `glissade train` from its beginning, or its last checkpoint, to its end: trains, shows, records and saves.
struct TrainSession<Goal: Objective, Rule: Optimizer, S: Scalar> {
  private let configuration: TrainConfiguration
  private var run: TrainingRun<Goal, Rule, S>
  private var output: TrainOutput
  private let identity: [String: String]
  private var lastSave = ContinuousClock.now

  /// How often a run is saved unless told otherwise, for epochs may take a millisecond.
  private static var usualInterval: Duration { .seconds(10) }

  /// A run of a trainer by what the command line says; throws where that makes no sense for the examples.
  init(
    _ configuration: TrainConfiguration, _ trainer: Trainer<Goal, Rule, S>, training: Goal.Examples,
    test: Goal.Examples
  ) throws {
    self.configuration = configuration
    identity = Dictionary(
      configuration.describe(exampleCount: training.count).members.map { ($0.name, $0.value) }
    ) { first, _ in first }
    run = try TrainingRun(
      trainer, training: training, validation: test, plan: configuration.length.plan,
      monitors: configuration.monitoring.monitors)
    output = TrainOutput(configuration, training: training.count, test: test.count)
  }

  /// Trains to the end, or until a signal asks to stop; the result is the exit status.
  mutating func train() throws -> Int32 {
    let start = ContinuousClock.now
    let interruption = Interruption()
    try begin()
    do {
      while let event = try run.next() {
        try output.show(event)
        if let received = interruption.received { return try stop(received) }
        if isDue(after: event) { try save() }
      }
      try finish(seconds: start.duration(to: .now) / .seconds(1))
    } catch {
      output.fail("\(error)")
      throw error
    }
    return 0
  }

  private mutating func begin() throws {
    let record = configuration.record
    let parameterCount = run.trainer.parameters.layout.count
    guard let folder = record.folder, let checkpoints = record.checkpoints else {
      return try output.begin(parameterCount: parameterCount)
    }
    if record.resumes,
      let found = try checkpoints.latest(
        S.self, layout: run.trainer.objective.layout, configuration: identity)
    {
      try run.restore(found.checkpoint)
      output.log = try RunLog(
        resumingIn: folder, at: found.checkpoint.logPositions, formats: record.formats)
      return try output.resume(
        from: found.path, step: run.trainer.step, epoch: run.trainer.epoch, parameterCount: parameterCount,
        problems: found.problems)
    }
    if !record.resumes && !record.overwrites, let step = try checkpoints.steps().first {
      throw RunLogError.exists(path: checkpoints.file(step: step))
    }
    output.log = try RunLog(
      creatingIn: folder, formats: record.formats, overwrites: record.resumes || record.overwrites)
    try checkpoints.removeAll()
    try output.begin(parameterCount: parameterCount)
  }

  private func isDue(after event: TrainingEvent) -> Bool {
    if let interval = configuration.record.interval { return interval.isDue(after: event, of: run) }
    return CheckpointInterval.epoch.isDue(after: event, of: run)
      && lastSave.duration(to: .now) >= Self.usualInterval
  }

  /// Saves the run as it is.
  private mutating func save() throws {
    guard let checkpoints = configuration.record.checkpoints, let log = output.log else { return }
    // What the checkpoint says of the record must be true after a power failure too.
    try log.synchronize()
    let saved = try run.save(in: checkpoints, configuration: identity, logPositions: log.positions)
    try output.saved(saved.path, step: saved.step, isBest: saved.isBest)
    lastSave = .now
  }

  private mutating func finish(seconds: Double) throws {
    if configuration.record.interval != .never { try save() }
    let trainer = run.trainer
    guard let test = run.validation else { return }
    let (metrics, classification): (Metrics, ClassificationMetrics?) =
      run.monitors.classifies ? trainer.evaluateAndClassify(test) : (trainer.evaluate(test), nil)
    try output.finish(
      test: metrics, classification: classification, hash: trainer.parameters.bitHash,
      steps: run.history.last?.step ?? trainer.step, bestEpoch: run.progress.stopping.bestEpoch, seconds: seconds)
  }

  /// Saves the run, wherever it is, and says how to go on.
  private mutating func stop(_ received: Interruption.Received) throws -> Int32 {
    let step = run.trainer.step
    try save()
    try output.stop(received, step: step)
    let steps = "Stopped by \(received.name) after \(step) steps"
    if let folder = configuration.record.folder {
      complain("\(steps); '\(folder)' holds the run: the same command with --resume goes on with it.")
    } else {
      complain("\(steps); nothing was saved, for want of a folder: --output DIR names one.")
    }
    return received.status
  }
}
