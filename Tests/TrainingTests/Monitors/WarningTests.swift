import GlissadeTraining
import Testing

/// Each rule speaks up once in a run that gives cause, and not in one that does not.
@Suite struct WarningTests {
  /// The names of the rules that spoke, in order, with the steps at which they did.
  private func warnings<Goal: Objective>(
    _ objective: Goal, _ optimizer: some Optimizer, on examples: Goal.Examples, validation: Goal.Examples? = nil,
    epochs: Int, batchSize: Int
  ) throws -> [TrainingWarning] {
    var run = try TrainingRun(
      Trainer(objective, optimizer: optimizer, scalar: Float.self, seed: 2), training: examples, validation: validation,
      plan: TrainingPlan(.epochs(epochs), batchSize: batchSize),
      monitors: MonitorSet(named: ["warnings", "gradient-norm", "activations"], every: 1))
    var result: [TrainingWarning] = []
    do {
      while let event = try run.next() {
        switch event {
        case .step(let step): result += step.warnings
        case .epoch(let epoch): result += epoch.warnings
        }
      }
    } catch is TrainingError {
      // A run that diverges ends so; what was said before is what counts.
    }
    return result
  }

  @Test func aHealthyRunIsLeftInPeace() throws {
    let found = try warnings(
      Classifier(makeDigitsModel(hidden: 24)), Adam(learningRate: 3e-3), on: SmallDigits.load(300),
      validation: SmallDigits.all.get().test, epochs: 8, batchSize: 20)
    #expect(found.isEmpty)
  }

  /// Descent on a bowl at four times the rate that is stable: the loss, and the gradient with it, grow from step to step.
  @Test func aRateThatIsTooHigh() throws {
    let bowl = NoisyBowl(eigenvalues: [1, 0.5], pointCount: 8)
    let found = try warnings(
      bowl.objective, SGD(learningRate: 2.6), on: bowl.examples, epochs: 60, batchSize: 8)
    #expect(found.map(\.rule).sorted() == ["exploding-gradients", "high-learning-rate"])
    #expect(
      found.first { $0.rule == "high-learning-rate" }?.message.hasPrefix("The learning rate is too high: ") == true)
    #expect(
      found.first { $0.rule == "exploding-gradients" }?.message.hasPrefix("The gradients explode: at step ") == true)
    #expect(
      try warnings(bowl.objective, SGD(learningRate: 0.5), on: bowl.examples, epochs: 60, batchSize: 8).isEmpty)
  }

  /// Ten layers of sigmoids, each with a slope of at most a quarter.
  @Test func gradientsThatVanish() throws {
    let model = Sequential {
      Dense(64, 8)
      Squashed(8, layers: 10)
      Dense(8, 10)
    }
    let examples = try SmallDigits.load(32)
    let found = try warnings(Classifier(model), SGD(), on: examples, epochs: 4, batchSize: 16)
    #expect(found.map(\.rule) == ["vanishing-gradients"])
    #expect(found.first?.message.hasPrefix("The gradients vanish: the norm of that of ") == true)
    let shallow = Sequential {
      Dense(64, 8)
      Squashed(8, layers: 1)
      Dense(8, 10)
    }
    #expect(try warnings(Classifier(shallow), SGD(), on: examples, epochs: 4, batchSize: 16).isEmpty)
  }

  @Test(arguments: [-10.0, 0.1])
  func unitsThatAreDead(_ bias: Double) throws {
    let model = Sequential {
      Dense(64, 12, biasInitializer: .constant(bias))
      ReLU()
      Dense(12, 10)
    }
    let found = try warnings(Classifier(model), SGD(), on: SmallDigits.load(32), epochs: 4, batchSize: 16)
    #expect(found.map(\.rule) == (bias < 0 ? ["dead-units"] : []))
    #expect(
      found.allSatisfy {
        $0.message.hasPrefix("Units are dead: ") && $0.message.contains("operation 1 Affine with relu")
      })
  }

  /// A dozen examples are learned by heart.
  @Test func aModelThatOverfits() throws {
    let found = try warnings(
      Classifier(makeDigitsModel(hidden: 24)), Adam(learningRate: 0.02), on: SmallDigits.load(12),
      validation: SmallDigits.load(100), epochs: 60, batchSize: 4)
    #expect(found.map(\.rule) == ["overfitting"])
    #expect(found.first?.message.hasPrefix("The model overfits: the validation loss was lowest after epoch ") == true)
  }
}

/// Square dense layers with sigmoids between.
private struct Squashed: Layer {
  let layers: [Dense]

  init(_ width: Int, layers count: Int) {
    layers = (0..<count).map { _ in Dense(width, width, initializer: .glorot) }
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { layers.reduce(sigmoid(x)) { sigmoid($1($0)) } }
}
