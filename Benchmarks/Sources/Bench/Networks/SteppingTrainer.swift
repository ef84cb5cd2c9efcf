import Glissade

/// A trainer that takes the same step again and again.
struct SteppingTrainer<Goal: Objective> {
  private var trainer: Trainer<Goal, Adam, Float>
  private let batch: Batch<Goal.Examples>
  /// The operations that the last step recorded.
  private(set) var operationCount = 0

  /// A trainer of an objective on all examples, by Adam at learning rate 1e-4.
  init(_ objective: Goal, on examples: Goal.Examples) {
    batch = Batch(all: examples)
    trainer = Trainer(objective, optimizer: Adam(learningRate: 1e-4), scalar: Float.self)
  }

  /// Blocks of tensor storage allocated so far.
  var storageAllocations: Int { trainer.pool.statistics.allocations }
  /// Bytes of them.
  var storageBytes: Int { trainer.pool.statistics.bytes }

  mutating func step() {
    do { operationCount = try trainer.step(on: batch).operationCount } catch { preconditionFailure("\(error)") }
  }
}

extension SteppingTrainer {
  /// A classifier of random inputs.
  static func classifier<Model: Layer>(_ model: Model, inputs: Shape, classes: Int, batchSize: Int) -> Self
  where Goal == Classifier<Model> {
    let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
    let shape = Shape([batchSize] + inputs.sizesArray)
    let features = Tensor<Float>(shape, (0..<shape.count).map { Float(stream.uniform01(at: $0)) })
    let labels = (0..<batchSize).map { stream.integer(at: $0, below: classes) }
    guard let examples = try? LabeledExamples(features: features, labels: labels, classCount: classes) else {
      preconditionFailure("the benchmark's examples do not go together")
    }
    return Self(Classifier(model), on: examples)
  }

  /// A model of random characters.
  static func characters<Model: Layer>(_ model: Model, vocabulary: Int, batchSize: Int, context: Int) -> Self
  where Goal == NextCharacter<Model> {
    let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
    let count = batchSize * context
    let tokens = Tensor<Float>(
      [batchSize, context], (0..<count).map { Float(stream.integer(at: $0, below: vocabulary)) })
    let next = (count..<2 * count).map { stream.integer(at: $0, below: vocabulary) }
    return Self(NextCharacter(model), on: CharacterExamples(tokens: tokens, next: next))
  }
}
