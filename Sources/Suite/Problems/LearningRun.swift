/// A run of an objective on mini-batches of training examples, measured on others.
struct LearningRun<Goal: Objective, Rule: Optimizer, S: Scalar>: TestProblemRun {
  private var trainer: Trainer<Goal, Rule, S>
  private let training: Goal.Examples
  private let test: Goal.Examples
  private let batches: BatchPlan
  private var order: [Int] = []
  private var position = 0
  private var epoch = 0

  init(
    _ objective: Goal, training: Goal.Examples, test: Goal.Examples, optimizer: Rule, batches: BatchPlan, seed: UInt64
  ) {
    trainer = Trainer(objective, optimizer: optimizer, seed: seed)
    self.training = training
    self.test = test
    self.batches = batches
  }

  mutating func step() throws -> Double {
    let size = batches.size ?? training.count
    // A smaller last batch is left out, as in DeepOBS.
    if position + size > order.count {
      order = batches.order.indices(count: training.count, seed: trainer.seed, epoch: epoch)
      position = 0
      epoch += 1
    }
    defer { position += size }
    do {
      return try trainer.step(on: Batch(training, indices: order[position..<position + size])).loss
    } catch TrainingError.notFinite {
      return .nan
    }
  }

  func measure() -> ProblemMeasurement {
    let metrics = trainer.evaluate(test)
    return ProblemMeasurement(value: metrics.loss, accuracy: metrics.accuracy)
  }

  var point: [Double] { trainer.evaluationParameters.values.doubles }

  var parametersHash: String { trainer.parameters.bitHash }
}
