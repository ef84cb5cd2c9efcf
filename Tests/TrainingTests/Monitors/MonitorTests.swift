import GlissadeTraining
import Testing

@Suite struct MonitorTests {
  private func makeTrainer<Rule: Optimizer>(_ optimizer: Rule) -> Trainer<Classifier<some Layer>, Rule, Double> {
    Trainer(Classifier(makeDigitsModel()), optimizer: optimizer, scalar: Double.self, seed: 3)
  }

  /// Looking on changes nothing: the same bits as without, in every scalar type.
  @Test(arguments: [ScalarKind.double, .float, .float16, .bfloat16])
  func monitorsChangeNothing(_ kind: ScalarKind) throws { try compare(kind.type) }

  private func compare<S: Scalar>(_ type: S.Type) throws {
    let examples = try SmallDigits.load(20)
    func end(_ monitors: MonitorSet) throws -> (String, OptimizerState<S>) {
      var run = try TrainingRun(
        Trainer(
          Classifier(makeRegularizedModel()), optimizer: Adam(learningRate: 0.01).clipped(toGlobalNorm: 0.5),
          scalar: S.self, seed: 3),
        training: examples, validation: examples, plan: TrainingPlan(.epochs(2), batchSize: 8), monitors: monitors)
      var count = 0
      while let event = try run.next() {
        if case .step(let step) = event { count += step.measurements.count }
      }
      #expect((count > 0) == !monitors.entries.isEmpty)
      return (run.trainer.parameters.bitHash, run.trainer.state)
    }
    let plain = try end(MonitorSet())
    #expect(try end(MonitorSet(named: MonitorSet.choices.map(\.name), every: 2)) == plain)
  }

  @Test func normsAreThoseOfTheStep() throws {
    let examples = try SmallDigits.load(10)
    let trainer = makeTrainer(SGD(learningRate: 0.5).clipped(toGlobalNorm: 1e-3))
    let gradient = trainer.objective.on(examples).gradient(at: trainer.parameters)
    let figures = try measure(
      trainer, on: examples, "gradient-norm", "weight-norm", "update-ratio", "learning-rate", steps: 1)
    #expect(figures["gradientNorm"] == [gradient.norm])
    #expect(figures["gradientNorm/2.bias"] == [gradient["2.bias"]?.euclideanNorm ?? 0])
    var stepped = trainer
    try stepped.step(on: Batch(all: examples))
    #expect(figures["weightNorm"] == [stepped.parameters.norm])
    #expect(figures["weightNorm/0.weight"] == [stepped.parameters["0.weight"]?.euclideanNorm ?? 0])
    // What is clipped to 1e-3 and multiplied by 0.5.
    let ratio = try #require(figures["updateRatio"]?.first)
    #expect((ratio * trainer.parameters.norm - 5e-4).magnitude < 1e-6)
    let rate = try #require(figures["effectiveLearningRate"]?.first)
    #expect((rate * gradient.norm - 5e-4).magnitude < 1e-6)
    // A bias that begins at zero has no ratio.
    #expect(figures["updateRatio/0.weight"]?.count == 1 && figures["updateRatio/0.bias"] == nil)
  }

  /// Learning rates follow schedules, plateaus and whatever wraps them.
  @Test func theLearningRateIsTheOneUsed() throws {
    let examples = try SmallDigits.load(10)
    let schedule = Schedule.warmup(steps: 4).then(.constant())
    let optimizer = SGD(learningRate: 0.8).scheduled(schedule).clipped(toGlobalNorm: 100).lookahead(every: 50)
    let figures = try measure(makeTrainer(optimizer), on: examples, "learning-rate", steps: 6)
    let rates = try #require(figures["learningRate"])
    #expect(rates == (0..<6).map { 0.8 * schedule.factor(at: $0) })
    #expect(rates[0] < rates[3] && rates[5] == 0.8)
    // Plain descent goes exactly as far as its rate says.
    for (effective, rate) in zip(figures["effectiveLearningRate"] ?? [], rates) {
      #expect((effective - rate).magnitude < 1e-9)
    }
    let scheduledMomentum = SGD(learningRate: 0.3, momentum: 0.5).scheduled(
      \.momentum, .linear(from: 1, to: 0, steps: 5))
    #expect(
      try measure(makeTrainer(scheduledMomentum), on: examples, "learning-rate", steps: 2)["learningRate"] == [
        0.3, 0.3,
      ])
    var plateau = Plateau()
    plateau.patience = 0
    plateau.threshold = .absolute(1e9)
    let reduced = try measure(
      makeTrainer(SGD(learningRate: 0.3).reduced(on: plateau)), on: examples, "learning-rate", steps: 4)
    #expect(reduced["learningRate"]?.first == 0.3 && (reduced["learningRate"]?.last ?? 1) < 0.05)
  }

  @Test(arguments: [1, 3])
  func cosinesAreOfSuccessiveGradients(_ interval: Int) throws {
    let examples = try SmallDigits.load(10)
    var trainer = makeTrainer(SGD(learningRate: 0.2))
    let figures = try measure(trainer, on: examples, "gradient-cosine", steps: 9, batchSize: 10, every: interval)
    var expected: [Double] = []
    var previous: ParameterVector<Double>?
    for step in 1...9 {
      let gradient = trainer.objective.on(examples).gradient(at: trainer.parameters)
      if let previous, step.isMultiple(of: interval) {
        expected.append(gradient.dot(previous) / (gradient.norm * previous.norm))
      }
      previous = gradient
      try trainer.step(on: Batch(all: examples))
    }
    let cosines = try #require(figures["gradientCosine"])
    #expect(cosines.count == (interval == 1 ? 8 : 3))
    for (cosine, value) in zip(cosines, expected) { #expect((cosine - value).magnitude < 1e-12) }
  }

  /// With the parameters at rest, the averages go to what the distribution of the points says.
  @Test func theNoiseScaleIsThatOfTheDistribution() throws {
    let eigenvalues = [2.0, 1, 0.5, 0.25]
    let bowl = NoisyBowl(eigenvalues: eigenvalues, pointCount: 4_000)
    var run = try TrainingRun(
      Trainer(bowl.objective, optimizer: SGD(learningRate: 0), scalar: Double.self), training: bowl.examples,
      plan: TrainingPlan(.steps(400), batchSize: 20),
      monitors: MonitorSet([.init(GradientNoiseMonitor(decay: 0.995), every: 1)]))
    var last: [String: Double] = [:]
    while let event = try run.next() {
      guard case .step(let step) = event else { continue }
      for measurement in step.measurements { last[measurement.name] = measurement.value }
    }
    // The gradient of a point is Q (θ − x), with Σ = Q² and 𝒢 = Q θ.
    let variance = eigenvalues.reduce(0) { $0 + $1 * $1 }
    let mean = bowl.objective.hessian.matrixProduct(Tensor([4, 1], repeating: 1)).euclideanNorm
    let scale = variance / (mean * mean)
    #expect(((last["gradientNoiseScale"] ?? 0) / scale - 1).magnitude < 0.15)
    #expect(((last["gradientSignalToNoise"] ?? 0) / (20 / scale) - 1).magnitude < 0.15)
  }

  @Test func curvatureIsThatOfAKnownHessian() throws {
    let eigenvalues = [7.0, 3, 1, 0.5, 0.1, 0.01]
    let bowl = NoisyBowl(eigenvalues: eigenvalues, pointCount: 8)
    let trainer = Trainer(bowl.objective, optimizer: SGD(), scalar: Double.self)
    let figures = try measure(trainer, on: bowl.examples, "curvature", steps: 1)
    #expect(((figures["hessianLargestEigenvalue"]?.first ?? 0) - 7).magnitude < 1e-2)
    let (trace, error) = (figures["hessianTrace"]?.first ?? 0, figures["hessianTraceError"]?.first ?? 0)
    #expect(error > 0 && (trace - 11.61).magnitude < 4 * error)
    // Of a diagonal Hessian every sample is the trace itself.
    let diagonal = Quadratic(
      Spectrum(eigenvalues: [4, 2, 1], eigenvectors: Tensor([3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1])))
    let exact = try measure(
      Trainer(diagonal, optimizer: SGD(), scalar: Float.self), on: UnlabeledExamples(features: .zeros([1, 3])),
      "curvature", steps: 1)
    #expect(exact["hessianTrace"] == [7] && exact["hessianTraceError"] == [0])
    #expect(((exact["hessianLargestEigenvalue"]?.first ?? 0) - 4).magnitude < 1e-5)
  }

  @Test func activationsAreSummedUp() throws {
    let examples = try SmallDigits.load(32)
    let model = Sequential {
      Dense(64, 6, initializer: .constant(0.01), biasInitializer: Steps())
      ReLU()
      Dense(6, 10, initializer: .constant(0.5))
    }
    let trainer = Trainer(Classifier(model), optimizer: SGD(), scalar: Double.self)
    let figures = try measure(trainer, on: examples, "activations", steps: 1)
    let rectified = "1 Affine with relu of 0.weight, 0.bias"
    // Two of six units have a bias of −100.
    #expect(figures["deadUnits/\(rectified)"] == [2.0 / 6])
    #expect(figures.keys.filter { $0.hasPrefix("deadUnits") }.count == 1)
    var values: [Double] = []
    for row in 0..<32 {
      let pixels = (0..<64).map { Double(examples.features[row, $0]) }
      let sum: Double = 0.01 * pixels.reduce(0, +)
      values += [sum, sum, sum, sum, 0, 0]
    }
    let mean: Double = values.reduce(0, +) / 192
    let squares: [Double] = values.map { ($0 - mean) * ($0 - mean) }
    let variance: Double = squares.reduce(0, +) / 192
    #expect(((figures["activationMean/\(rectified)"]?.first ?? 0) - mean).magnitude < 1e-12)
    #expect(((figures["activationDeviation/\(rectified)"]?.first ?? 0) - variance.squareRoot()).magnitude < 1e-12)
    #expect(figures["activationMean/2 Affine of 2.weight, 2.bias"]?.count == 1)
    // The loss is a single number.
    #expect(figures.count == 5)
  }

  @Test func throughputIsThere() throws {
    let figures = try measure(makeTrainer(SGD()), on: SmallDigits.load(12), "throughput", steps: 4, batchSize: 4)
    for name in ["examplesPerSecond", "stepsPerSecond", "tensorBytes", "largestProcessBytes"] {
      #expect(figures[name]?.count == 4 && figures[name]?.allSatisfy { $0 > 0 } == true)
    }
    #expect((figures["largestProcessBytes"]?.first ?? 0) > (figures["tensorBytes"]?.first ?? 0))
  }

  @Test func monitorsAreChosenByName() throws {
    let set = try MonitorSet(named: ["curvature:100", "gradient-norm", "warnings", "classification"], every: 7)
    #expect(set.entries.map(\.monitor.name) == ["curvature", "gradient-norm"])
    #expect(set.entries.map(\.interval) == [100, 7])
    #expect(set.classifies && set.warnings.count == 5)
    let none = try MonitorSet(named: [], every: 7)
    #expect(none.entries.isEmpty && !none.classifies && none.warnings.isEmpty)
    #expect(throws: MonitorError.unknown("curve", known: MonitorSet.choices.map(\.name))) {
      try MonitorSet(named: ["curve"], every: 1)
    }
    for text in ["curvature:0", "curvature:x", "curvature:1:2", "curvature:", "warnings:3"] {
      #expect(throws: MonitorError.interval(text)) { try MonitorSet(named: [text], every: 1) }
    }
  }
}

/// Biases of which the last two silence their units.
private struct Steps: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] {
    (0..<shape.count).map { $0 < shape.count - 2 ? 0 : -100 }
  }
}
