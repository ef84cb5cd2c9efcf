import GlissadeTraining
import Testing

/// A run that is saved, forgotten and loaded again ends at the bits of one that was not.
@Suite struct ResumeTests {
  /// Optimizers whose states differ in kind: vectors, numbers, states within states, matrices, averages, other points.
  private static let optimizers: [(String, any Optimizer)] = [
    ("momentum", SGD(learningRate: 0.05, momentum: 0.9)),
    (
      "composition",
      AdamW(learningRate: 0.01).clipped(toGlobalNorm: 0.5).lookahead(every: 3)
        .scheduled(.warmup(steps: 7).then(.cosine(steps: 40))).averaging(.exponential(decay: 0.9))
    ),
    ("schedule-free", ScheduleFreeAdamW(learningRate: 0.01, warmupSteps: 4)),
    ("shampoo", Shampoo(learningRate: 0.05)),
    ("plateau", Adam(learningRate: 0.01).reduced(on: Plateau()).accumulating(2)),
    ("grouped", Adam(learningRate: 0.01).grouped(.init(.roles(.bias)) { $0.learningRate = 0.1 })),
    ("noise", LBFGS(learningRate: 0.2)),
  ]

  @Test(arguments: optimizers.map(\.0), [ScalarKind.float, .double])
  func resumesBitForBit(_ name: String, _ kind: ScalarKind) throws { try check(name, kind, moments: 4) }

  @Test(arguments: ["momentum", "composition"], [ScalarKind.float16, .bfloat16])
  func resumesBitForBitInNarrowTypes(_ name: String, _ kind: ScalarKind) throws { try check(name, kind, moments: 4) }

  /// Master weights, a loss scale, dropout and normalization, in a narrow type, at fifty moments.
  @Test func resumesAtFiftyMoments() throws {
    let optimizer = Adam(learningRate: 0.01).withMasterWeights().clipped(toGlobalNorm: 1).lossScaled(every: 9)
    #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
      try run(optimizer, BFloat16.self, moments: 50, name: "mixed precision")
    #else
      try run(optimizer, Float16.self, moments: 50, name: "mixed precision")
    #endif
  }

  private func check(_ name: String, _ kind: ScalarKind, moments: Int) throws {
    let optimizer = try #require(Self.optimizers.first { $0.0 == name }?.1)
    try open(optimizer, kind.type, moments, name)
  }

  private func open<S: Scalar>(_ optimizer: any Optimizer, _ type: S.Type, _ moments: Int, _ name: String) throws {
    try run(optimizer, S.self, moments: moments, name: name)
  }

  /// Runs without a break, saving at random moments; then goes on from each file.
  private func run<S: Scalar>(_ optimizer: some Optimizer, _ type: S.Type, moments: Int, name: String) throws {
    let folder = try TemporaryFolder()
    var whole = try makeRun(optimizer, S.self)
    let stream = RandomStream(seed: 11, purpose: RandomPurpose(name), index: 0)
    // 3 epochs of 20 steps, each with an event at its end.
    let eventCount = 63
    let chosen = stream.shuffled(count: eventCount).prefix(moments)
    for event in 0..<eventCount {
      if chosen.contains(event) { try whole.checkpoint().write(to: "\(folder.path)/\(event)") }
      #expect(try whole.next() != nil)
    }
    #expect(try whole.next() == nil)
    for event in chosen {
      var resumed = try makeRun(optimizer, S.self)
      let saved = try Checkpoint<S>(contentsOf: "\(folder.path)/\(event)", layout: resumed.trainer.objective.layout)
      try resumed.restore(saved)
      #expect(resumed.checkpoint() == saved)
      while try resumed.next() != nil {}
      #expect(resumed.trainer.parameters.bitHash == whole.trainer.parameters.bitHash, "\(name) from event \(event)")
      #expect(resumed.history.map(\.training) == whole.history.map(\.training))
      #expect(resumed.history.map(\.validation) == whole.history.map(\.validation))
      #expect(resumed.history.map(\.measurements) == whole.history.map(\.measurements))
      #expect(resumed.trainer.state == whole.trainer.state)
      #expect(resumed.progress.stopping == whole.progress.stopping)
    }
  }

  /// A run with everything that remembers: dropout, batch normalization, early stopping, monitors, warnings.
  private func makeRun<S: Scalar, Rule: Optimizer>(
    _ optimizer: Rule, _ type: S.Type
  ) throws -> TrainingRun<Classifier<some Layer>, Rule, S> {
    let model = Sequential {
      Dense(64, 8)
      BatchNorm(8)
      ReLU()
      Dropout(0.2)
      Dense(8, 10)
    }
    return try TrainingRun(
      Trainer(Classifier(model), optimizer: optimizer, scalar: S.self, seed: 5),
      training: SmallDigits.load(60), validation: SmallDigits.load(30),
      plan: TrainingPlan(.epochs(3), batchSize: 3, earlyStopping: EarlyStopping(patience: 5)),
      monitors: MonitorSet(named: ["gradient-cosine:4", "gradient-noise:7", "classification", "warnings"], every: 5))
  }

  /// The state of every registered optimizer, with every option that its examples exercise, is saved as it is.
  @Test(arguments: OptimizerRegistry.standard.entries.map(\.name))
  func everyOptimizerIsResumed(_ name: String) throws {
    for settings in try OptimizerRegistry.standard.entry(name).examples {
      try resume(OptimizerRegistry.standard.make(name, settings), "\(name) \(settings)")
    }
  }

  private func resume(_ optimizer: some Optimizer, _ what: String) throws {
    let place = try TemporaryFolder()
    let model = Sequential {
      Dense(64, 3)
      Tanh()
      Dense(3, 10)
    }
    func makeRun() throws -> TrainingRun<Classifier<some Layer>, some Optimizer, Float> {
      try TrainingRun(
        Trainer(Classifier(model), optimizer: optimizer, scalar: Float.self, seed: 5), training: SmallDigits.load(6),
        plan: TrainingPlan(.steps(5), batchSize: 3))
    }
    var whole = try makeRun()
    while whole.trainer.step < 3 { _ = try whole.next() }
    let saved = whole.checkpoint()
    try saved.write(to: "\(place.path)/file")
    var resumed = try makeRun()
    try resumed.restore(Checkpoint(contentsOf: "\(place.path)/file", layout: resumed.trainer.objective.layout))
    #expect(resumed.checkpoint() == saved, "\(what)")
    try whole.finish()
    try resumed.finish()
    #expect(resumed.trainer.parameters.bitHash == whole.trainer.parameters.bitHash, "\(what)")
  }

  /// A run that stopped early, and went back to its best, is over when it is loaded, at its best.
  @Test func aRunThatIsOverStaysOver() throws {
    let folder = try TemporaryFolder()
    func makeRun() throws -> TrainingRun<Classifier<some Layer>, Adam, Float> {
      try TrainingRun(
        Trainer(Classifier(makeDigitsModel()), optimizer: Adam(learningRate: 0.05), scalar: Float.self, seed: 1),
        training: SmallDigits.load(12), validation: SmallDigits.load(60),
        plan: TrainingPlan(.epochs(100), batchSize: 4, earlyStopping: EarlyStopping(patience: 2)))
    }
    var run = try makeRun()
    while try run.next() != nil {}
    #expect(run.progress.end == .stoppedEarly)
    let path = "\(folder.path)/end"
    try run.checkpoint().write(to: path)
    var resumed = try makeRun()
    try resumed.restore(Checkpoint(contentsOf: path, layout: resumed.trainer.objective.layout))
    #expect(try resumed.next() == nil)
    #expect(resumed.trainer.parameters.bitHash == run.trainer.parameters.bitHash)
    #expect(resumed.trainer.step == run.trainer.step)
    #expect(resumed.history == run.history)
  }
}
