import GlissadeTraining
import Testing

@Suite struct ClassificationMetricsTests {
  /// Four classes, six examples; figures worked out by hand.
  @Test func figuresOfASmallTable() {
    var metrics = ClassificationMetrics(largestRank: 3)
    let logits: [[Double]] = [
      [3, 2, 1, 0], [1, 3, 2, 0], [2, 3, 1, 0], [0, 1, 3, 2], [1, 0, 2, 3], [3, 1, 0, 2],
    ]
    // Predicted 0 1 1 2 3 0.
    metrics.add(Tensor<Double>([4, 4], logits[..<4].flatMap(\.self)), labels: [0, 1, 0, 2])
    metrics.add(Tensor<Double>([2, 4], logits[4...].flatMap(\.self)), labels: [2, 1])
    #expect(metrics.confusion == [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 0]])
    #expect(metrics.count == 6)
    // Ranks of the true classes: 1 1 2 1 2 3.
    #expect(metrics.topCounts == [3, 5, 6])
    #expect(metrics.topAccuracy(2) == 5.0 / 6)
    #expect([0, 1, 2].map(metrics.precision) == [0.5, 0.5, 1])
    #expect([0, 1, 2].map(metrics.recall) == [0.5, 0.5, 0.5])
    #expect(metrics.precision(3) == 0 && metrics.recall(3).isNaN && metrics.f1(3) == 0)
    #expect([0, 1, 2].map(metrics.f1) == [0.5, 0.5, 2.0 / 3])
    // ln(1 + e⁻¹ + e⁻² + e⁻³) more than the largest logit; the true ones are 0 0 1 0 1 2 below it, 4/6 in the mean.
    let perplexity = 3.024834457608597
    #expect((metrics.perplexity - perplexity).magnitude < 1e-12)
    let figures = Dictionary(uniqueKeysWithValues: metrics.measurements.map { ($0.name, $0.value) })
    #expect(figures["top2Accuracy"] == 5.0 / 6 && figures["top3Accuracy"] == 1)
    #expect(figures["meanPrecision"] == 0.5 && figures["meanRecall"] == 0.375)
    #expect(((figures["meanF1"] ?? 0) - (0.5 + 0.5 + 2.0 / 3) / 4).magnitude < 1e-15)
  }

  /// On real predictions the table agrees with what the trainer counts by itself.
  @Test func agreesWithTheTrainer() throws {
    let examples = try SmallDigits.load(60)
    var trainer = Trainer(
      Classifier(makeDigitsModel()), optimizer: Adam(learningRate: 0.01), scalar: Float.self, seed: 2)
    try trainer.fit(examples, epochs: 3, batchSize: 10)
    let metrics = trainer.classify(examples, batchSize: 7)
    let evaluated = trainer.evaluate(examples)
    let diagonal = (0..<10).reduce(0) { $0 + metrics.confusion[$1][$1] }
    #expect(Double(diagonal) / 60 == evaluated.accuracy)
    #expect(metrics.topAccuracy(1) == evaluated.accuracy)
    #expect((metrics.perplexity - Double.exp(evaluated.loss)).magnitude < 1e-5)
    #expect(metrics.count == 60)
    let regressor = Trainer(Regressor(Dense(64, 1)), optimizer: SGD(), scalar: Float.self)
    let targets = try TargetExamples(features: examples.features, targets: Tensor([60, 1], repeating: 1))
    #expect(regressor.classify(targets).measurements.isEmpty)
  }
}
