import Glissade
import GlissadeTesting
import Testing

// 1. Train. The precision is one type argument; nothing else changes for Double, Float16 or BFloat16.

@Suite struct TrainSnippet {
  @Test func train() throws {
    let digits = try Digits.load()
    // swift-format-ignore
    let model = Sequential { Dense(64, 128); ReLU(); Dense(128, 10) }
    var trainer = Trainer(Classifier(model), optimizer: Adam(learningRate: 1e-3), scalar: Float.self, seed: 42)
    let history = try trainer.fit(digits.training, validation: digits.test, epochs: 3, batchSize: 32)

    #expect(history.count == 3)
    #expect(try #require(history.last?.validation?.accuracy) > 0.9)
  }

  @Test func onlyTheTypeArgumentChanges() throws {
    let digits = try Digits.load()
    // swift-format-ignore
    let model = Sequential { Dense(64, 8); ReLU(); Dense(8, 10) }
    let few = try digits.training.selecting(Array(0..<32))
    var trainer = Trainer(Classifier(model), optimizer: Adam(learningRate: 1e-2), scalar: BFloat16.self, seed: 42)
    let history = try trainer.fit(few, epochs: 2, batchSize: 8)

    #expect(history[1].training.loss < history[0].training.loss)
  }
}
