import Glissade
import GlissadeTesting
import Testing

// 4. Optimizers compose, as values.

@Suite struct CompositionSnippet {
  @Test func compose() throws {
    let optimizer = Adam(learningRate: 1e-3).clipped(toGlobalNorm: 1).lookahead(every: 5, blend: 0.5)
      .scheduled(.warmup(steps: 100).then(.cosine(steps: 1_900)))

    #expect(optimizer.schedule.duration == 2_000)
    #expect([0, 99, 100, 1_050, 2_000].map { optimizer.schedule.factor(at: $0) } == [0.01, 1, 1, 0.5, 0])
    #expect(optimizer.learningRate == 1e-3)

    let few = try Digits.load().training.selecting(Array(0..<32))
    let model = Sequential {
      Dense(64, 8)
      ReLU()
      Dense(8, 10)
    }
    var trainer = Trainer(Classifier(model), optimizer: optimizer, scalar: Float.self)
    let history = try trainer.fit(few, epochs: 20, batchSize: 8)
    #expect(history[19].training.loss < history[0].training.loss)
  }
}
