import Glissade

extension Workload {
  /// Training steps: forward, backward and Adam's update at learning rate 1e-4, in Float.
  static var networks: [Workload] {
    [
      network("mlp.tiny", inputs: [64], classes: 10, batchSize: 32) {
        Sequential {
          Dense(64, 32)
          ReLU()
          Dense(32, 10)
        }
      },
      network("mlp.mnist", inputs: [784], classes: 10, batchSize: 128) {
        Sequential {
          Dense(784, 512)
          ReLU()
          Dense(512, 256)
          ReLU()
          Dense(256, 10)
        }
      },
      network("cnn.2c2d", inputs: [1, 28, 28], classes: 10, batchSize: 64) {
        Sequential {
          Conv2d(1, 32, kernel: 5, padding: .same)
          ReLU()
          MaxPool2d(2)
          Conv2d(32, 64, kernel: 5, padding: .same)
          ReLU()
          MaxPool2d(2)
          Flatten()
          Dense(7 * 7 * 64, 1024)
          ReLU()
          Dense(1024, 10)
        }
      },
    ]
  }

  private static func network<Model: Layer>(
    _ name: String, inputs: Shape, classes: Int, batchSize: Int, _ model: @escaping () -> Model
  ) -> Workload {
    func stepping() -> SteppingTrainer<Model> {
      SteppingTrainer(model(), inputs: inputs, classes: classes, batchSize: batchSize)
    }
    return Workload(
      name: name,
      run: { stopwatch in
        var trainer = stepping()
        let times = stopwatch.time { trainer.step() }
        let before = trainer.storageAllocations
        for _ in 0..<countedCalls { trainer.step() }
        let storage = trainer.storageAllocations - before
        var details = [Detail(name: "storageAllocationsPerStep", value: Double(storage) / Double(countedCalls))]
        if let objects = ObjectCounter.objects(allocatedByWorkload: name) {
          let perStep = Double(objects) / Double(countedCalls)
          details.append(Detail(name: "objectsPerStep", value: perStep))
          details.append(Detail(name: "objectsPerOperation", value: perStep / Double(trainer.operationCount)))
        }
        return Result(
          measurement: Measurement(values: times.map { 1 / $0 }, higherIsBetter: true), unit: "steps/s",
          details: details)
      },
      makeCountedWork: {
        var trainer = stepping()
        for _ in 0..<3 { trainer.step() }
        return { for _ in 0..<countedCalls { trainer.step() } }
      })
  }
}

/// A trainer that takes the same step again and again.
private struct SteppingTrainer<Model: Layer> {
  private var trainer: Trainer<Classifier<Model>, Adam, Float>
  private let batch: Batch<LabeledExamples>
  private(set) var operationCount = 0

  init(_ model: Model, inputs: Shape, classes: Int, batchSize: Int) {
    let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
    let shape = Shape([batchSize] + inputs.sizesArray)
    let features = Tensor<Float>(shape, (0..<shape.count).map { Float(stream.uniform01(at: $0)) })
    let labels = (0..<batchSize).map { stream.integer(at: $0, below: classes) }
    guard let examples = try? LabeledExamples(features: features, labels: labels, classCount: classes) else {
      preconditionFailure("the benchmark's examples do not go together")
    }
    batch = Batch(all: examples)
    trainer = Trainer(Classifier(model), optimizer: Adam(learningRate: 1e-4), scalar: Float.self)
  }

  var storageAllocations: Int { trainer.pool.statistics.allocations }

  mutating func step() {
    do { operationCount = try trainer.step(on: batch).operationCount } catch { preconditionFailure("\(error)") }
  }
}
