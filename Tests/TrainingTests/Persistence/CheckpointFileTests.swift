import Testing

@testable import GlissadeTraining

@Suite struct CheckpointFileTests {
  /// Whoever wrote the file, its checksum may be right and its contents make no sense.
  @Test func aSlotNamedTwiceIsRefused() throws {
    var (file, layout) = try Self.make()
    let slots = try #require(file.text("optimizer.slots"))
    file.set("optimizer.slots", "\(slots)\n\(slots)")
    file.set("optimizer/1 \(slots)", Tensor<Float>.zeros([layout.count]))
    #expect(throws: CheckpointError.damaged("an optimizer has two slots called '\(slots)'")) {
      try Checkpoint<Float>(file, layout: layout)
    }
  }

  /// A run that counted on from there would trap.
  @Test(arguments: ["step", "epoch", "optimizer.step", "current.batch", "current.count", "stopping.waited"])
  func countsBeyondReasonAreRefused(name: String) throws {
    var (file, layout) = try Self.make()
    file.set(name, Int.max)
    #expect(throws: CheckpointError.damaged("'\(name)' is missing or makes no sense")) {
      try Checkpoint<Float>(file, layout: layout)
    }
  }

  @Test func anEpochUnderWayWasBegun() throws {
    var (file, layout) = try Self.make()
    file.set("epoch", 0)
    #expect(throws: CheckpointError.damaged("an epoch is under way, and none was begun")) {
      try Checkpoint<Float>(file, layout: layout)
    }
  }

  /// The file of a checkpoint after the first of two steps.
  private static func make() throws -> (file: CheckpointFile, layout: ParameterLayout) {
    let place = try TemporaryFolder()
    let path = "\(place.path)/step-000000001.safetensors"
    let trainer = Trainer(
      Classifier(makeDigitsModel(hidden: 3)), optimizer: SGD(momentum: 0.9), scalar: Float.self, seed: 1)
    let layout = trainer.objective.layout
    var run = try TrainingRun(
      trainer, training: SmallDigits.load(4), plan: TrainingPlan(.epochs(1), batchSize: 2))
    _ = try run.next()
    try run.checkpoint().write(to: path)
    return (try CheckpointFile(contentsOf: path), layout)
  }
}
