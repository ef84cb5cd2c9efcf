import GlissadeTraining
import Testing

@Suite struct CheckpointFolderTests {
  private func makeRun(hidden: Int = 5, seed: UInt64 = 3) throws -> TrainingRun<Classifier<some Layer>, Adam, Float> {
    try TrainingRun(
      Trainer(Classifier(makeDigitsModel(hidden: hidden)), optimizer: Adam(), scalar: Float.self, seed: seed),
      training: SmallDigits.load(12), plan: TrainingPlan(.epochs(9), batchSize: 4))
  }

  /// Saves after each of so many steps.
  private func save(steps: Int, in folder: CheckpointFolder) throws {
    var run = try makeRun()
    while run.trainer.step < steps {
      guard case .step = try run.next() else { continue }
      try run.save(in: folder, configuration: ["batch": "4"], logPositions: ["log": 17])
    }
  }

  private func latest(_ folder: CheckpointFolder) throws -> CheckpointFolder.Found<Float>? {
    try folder.latest(layout: makeRun().trainer.objective.layout)
  }

  @Test func theLastAreKept() throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder("\(place.path)/a/b", keep: 2)
    #expect(try folder.steps().isEmpty)
    #expect(try latest(folder) == nil)
    try save(steps: 5, in: folder)
    #expect(try folder.steps() == [5, 4])
    let found = try #require(try latest(folder))
    #expect(found.path == folder.file(step: 5))
    #expect(found.path.hasSuffix("/a/b/step-000000005.safetensors"))
    #expect(found.problems.isEmpty)
    #expect(found.checkpoint.logPositions == ["log": 17])
    #expect(found.checkpoint.configuration == ["batch": "4"])
    #expect(found.checkpoint.trainer.step == 5)
    try folder.removeAll()
    #expect(try folder.steps().isEmpty)
  }

  /// The best epoch's checkpoint outlives its turn, also where a run goes on from a later one.
  @Test(arguments: [CheckpointInterval.epoch, .steps(2)])
  func theBestIsKept(_ interval: CheckpointInterval) throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder(place.path, keep: 1)
    func makeRun() throws -> TrainingRun<Classifier<some Layer>, Adam, Float> {
      try TrainingRun(
        Trainer(Classifier(makeDigitsModel()), optimizer: Adam(learningRate: 0.05), scalar: Float.self, seed: 1),
        training: SmallDigits.load(12), validation: SmallDigits.load(60), plan: TrainingPlan(.epochs(60), batchSize: 4))
    }
    var run = try makeRun()
    try run.finish(calling: [
      .saving(in: folder, every: interval), .stopping { $0.history.count == 30 },
    ])
    #expect(run.progress.end == .stopped && run.history.count == 30)
    run = try makeRun()
    try run.restore(#require(try folder.latest(Float.self, layout: run.trainer.objective.layout)).checkpoint)
    try run.finish(calling: [.saving(in: folder, every: interval)])
    let losses = run.history.compactMap { $0.validation?.loss }
    let best = try #require(losses.indices.min { losses[$0] < losses[$1] })
    #expect(losses.count == 60 && best < 59)
    #expect(try folder.steps() == [180, 3 * (best + 1)])
    let kept = try Checkpoint<Float>(
      contentsOf: folder.file(step: 3 * (best + 1)), layout: run.trainer.objective.layout)
    try run.restore(kept)
    #expect(run.trainer.evaluate(try SmallDigits.load(60)).loss == losses[best])
  }

  /// A run that goes on from an older checkpoint leaves no later ones of the run that it replaces.
  @Test func laterCheckpointsOfAnotherFutureGo() throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder(place.path, keep: 3)
    try save(steps: 6, in: folder)
    try save(steps: 2, in: folder)
    #expect(try folder.steps() == [2, 1])
  }

  /// Whatever is wrong with the last file, a sentence tells it and the one before is used.
  @Test func aDamagedFileIsPassedOver() throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder(place.path, keep: 2)
    try save(steps: 3, in: folder)
    let name = "step-000000003.safetensors"
    let whole = try place.bytes(name)
    var damages: [[UInt8]] = [[], Array(whole.prefix(7)), Array(whole.prefix(whole.count - 1)), whole + [0]]
    let stream = RandomStream(seed: 1, purpose: .checking, index: 0)
    // One bit changed, anywhere: in the header, in a number, in a tensor.
    for index in 0..<200 {
      var damaged = whole
      damaged[Int(stream.uniform01(at: 2 * index) * Double(whole.count))] ^=
        1 << UInt8(stream.bits(at: 2 * index + 1) % 8)
      damages.append(damaged)
    }
    damages += (0..<50).map { Array(whole.prefix(Int(stream.uniform01(at: 1_000 + $0) * Double(whole.count)))) }
    for damaged in damages {
      try place.put(damaged, in: name)
      let found = try #require(try latest(folder))
      #expect(found.checkpoint.trainer.step == 2)
      #expect(found.problems.count == 1)
      #expect(found.problems.first?.hasPrefix("'\(place.path)/\(name)' is damaged. ") == true)
    }
    try place.put([], in: "step-000000002.safetensors")
    let error = #expect(throws: CheckpointError.self) { try latest(folder) }
    #expect(error?.description.hasPrefix("No checkpoint in '\(place.path)' can be used: ") == true)
    try place.put(whole, in: name)
    #expect(try latest(folder)?.checkpoint.trainer.step == 3)
  }

  @Test func checkpointsOfOtherRunsAreRefused() throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder(place.path)
    try save(steps: 1, in: folder)
    let layout = try makeRun().trainer.objective.layout
    #expect(throws: CheckpointError.otherConfiguration(name: "batch", saved: "4", now: "8")) {
      try folder.latest(Float.self, layout: layout, configuration: ["batch": "8"])
    }
    #expect(throws: CheckpointError.otherConfiguration(name: "clip", saved: nil, now: "1")) {
      try folder.latest(Float.self, layout: layout, configuration: ["batch": "4", "clip": "1"])
    }
    #expect(
      CheckpointError.otherConfiguration(name: "clip", saved: nil, now: "1").description
        == "The run that is to be resumed had clip not given, now it is 1: resume with the same, or train anew into "
        + "another folder.")
    #expect(throws: CheckpointError.otherConfiguration(name: "scalar", saved: "float", now: "double")) {
      try folder.latest(Double.self, layout: layout)
    }
    #expect(throws: SafetensorsError.self) {
      try Checkpoint<Float>(contentsOf: folder.file(step: 1), layout: makeRun(hidden: 6).trainer.objective.layout)
    }
    let checkpoint = try #require(try latest(folder)).checkpoint
    var other = try makeRun(seed: 4)
    #expect(throws: CheckpointError.otherRun("it has seed 3, this run 4")) { try other.restore(checkpoint) }
    var momentum = try TrainingRun(
      Trainer(
        Classifier(makeDigitsModel(hidden: 5)), optimizer: SGD(momentum: 0.9), scalar: Float.self, seed: 3),
      training: SmallDigits.load(12), plan: TrainingPlan(.epochs(9), batchSize: 4))
    #expect(throws: CheckpointError.otherRun("its state is not that of the optimizer")) {
      try momentum.restore(checkpoint)
    }
    #expect(momentum.trainer.step == 0)
  }

  /// A file that cannot be written leaves what was saved before.
  @Test func aFailureToWriteLosesNothing() throws {
    let place = try TemporaryFolder()
    let folder = CheckpointFolder(place.path, keep: 1)
    try save(steps: 1, in: folder)
    let before = try place.bytes("step-000000001.safetensors")
    // A file where the folder should be.
    let blocked = CheckpointFolder("\(place.path)/step-000000001.safetensors/more")
    var run = try makeRun()
    #expect(throws: OutputError.self) { try run.save(in: blocked) }
    #expect(try place.bytes("step-000000001.safetensors") == before)
    #expect(try place.names == ["step-000000001.safetensors"])
  }

  /// Other programs find the parameters under their names.
  @Test func parametersHaveTheirNames() throws {
    let place = try TemporaryFolder()
    let run = try makeRun()
    try run.checkpoint().write(to: "\(place.path)/a")
    let file = try Safetensors(contentsOf: "\(place.path)/a")
    for segment in run.trainer.parameters.layout.segments {
      let saved: Tensor<Float> = try file.tensor(segment.name)
      #expect(saved == run.trainer.parameters[segment.name])
    }
  }
}
