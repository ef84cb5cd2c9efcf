import Glissade
import GlissadeTesting
import Testing

// 3. A new optimizer is one small file: hyperparameters, state, one rule. Vectorized, threaded, precision-generic and
// usable by every wrapper without another line.

struct Lion: ElementwiseOptimizer {
  var learningRate = 1e-4, beta1 = 0.9, beta2 = 0.99, weightDecay = 0.0
  var slots: [Slot] { ["momentum"] }
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate * ((beta1 * s[0] + (1 - beta1) * g).sign + weightDecay * w)
    s[0] = beta2 * s[0] + (1 - beta2) * g
  }
}

@Suite struct LionSnippet {
  @Test func itTrainsInEveryPrecision() throws {
    try train(Double.self)
    try train(Float.self)
    try train(BFloat16.self)
    try train(Dual<Double>.self)
  }

  private func train<S: Scalar>(_ type: S.Type) throws {
    let few = try Digits.load().training.selecting(Array(0..<32))
    let model = Sequential {
      Dense(64, 8)
      ReLU()
      Dense(8, 10)
    }
    let optimizer = Lion(learningRate: 1e-2, weightDecay: 0.01).clipped(toGlobalNorm: 1).lookahead().scheduled(
      .warmup(steps: 4))
    var trainer = Trainer(Classifier(model), optimizer: optimizer, scalar: S.self, seed: 1)
    let history = try trainer.fit(few, epochs: 5, batchSize: 8)
    #expect(history[4].training.loss < history[0].training.loss)
  }
}
