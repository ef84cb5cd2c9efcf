import Glissade

extension Workload {
  /// Training steps: forward, backward and Adam's update at learning rate 1e-4, in Float.
  static var networks: [Workload] {
    [
      network("mlp.tiny") {
        let model = Sequential {
          Dense(64, 32)
          ReLU()
          Dense(32, 10)
        }
        return .classifier(model, inputs: [64], classes: 10, batchSize: 32)
      },
      network("mlp.mnist") {
        let model = Sequential {
          Dense(784, 512)
          ReLU()
          Dense(512, 256)
          ReLU()
          Dense(256, 10)
        }
        return .classifier(model, inputs: [784], classes: 10, batchSize: 128)
      },
      network("cnn.2c2d") {
        let model = Sequential {
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
        return .classifier(model, inputs: [1, 28, 28], classes: 10, batchSize: 64)
      },
      network("lstm.char") {
        .characters(CharRNN(vocabulary: 65, hidden: 128), vocabulary: 65, batchSize: 50, context: 50)
      },
      network("gpt.baby") {
        .characters(
          GPT(vocabulary: 65, context: 64, width: 128, layers: 4, heads: 4, bias: false), vocabulary: 65, batchSize: 12,
          context: 64)
      },
    ]
  }

  private static func network<Goal: Objective>(
    _ name: String, _ makeTrainer: @escaping () -> SteppingTrainer<Goal>
  ) -> Workload {
    Workload(
      name: name,
      run: { stopwatch in
        let base = ResidentMemory.peakMegabytes
        var trainer = makeTrainer()
        let times = stopwatch.time { trainer.step() }
        let before = trainer.storageAllocations
        for _ in 0..<countedCalls { trainer.step() }
        let storage = trainer.storageAllocations - before
        var details = [
          Detail(name: "storageAllocationsPerStep", value: Double(storage) / Double(countedCalls)),
          Detail(name: "storageMegabytes", value: Double(trainer.storageBytes) / 1e6),
          Detail(name: "baseMegabytes", value: base),
          Detail(name: "peakMegabytes", value: ResidentMemory.peakMegabytes),
        ]
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
        var trainer = makeTrainer()
        for _ in 0..<3 { trainer.step() }
        return { for _ in 0..<countedCalls { trainer.step() } }
      })
  }
}
