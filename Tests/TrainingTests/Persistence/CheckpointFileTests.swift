import Testing

@testable import GlissadeTraining

@Suite struct CheckpointFileTests {
  /// Whoever wrote the file, its checksum may be right and its contents make no sense.
  @Test func aSlotNamedTwiceIsRefused() throws {
    let place = try TemporaryFolder()
    let path = "\(place.path)/step-000000001.safetensors"
    let trainer = Trainer(
      Classifier(makeDigitsModel(hidden: 3)), optimizer: SGD(momentum: 0.9), scalar: Float.self, seed: 1)
    let layout = trainer.objective.layout
    let run = try TrainingRun(
      trainer, training: SmallDigits.load(4), plan: TrainingPlan(.epochs(1), batchSize: 2))
    try run.checkpoint().write(to: path)
    var file = try CheckpointFile(contentsOf: path)
    let slots = try #require(file.text("optimizer.slots"))
    file.set("optimizer.slots", "\(slots)\n\(slots)")
    file.set("optimizer/1 \(slots)", Tensor<Float>.zeros([layout.count]))
    try file.write(to: path)
    #expect(throws: CheckpointError.damaged("an optimizer has two slots called '\(slots)'")) {
      try Checkpoint<Float>(contentsOf: path, layout: layout)
    }
  }
}
