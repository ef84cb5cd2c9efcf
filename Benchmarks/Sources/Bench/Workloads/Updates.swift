import Glissade

extension Workload {
  /// Updates of Float parameters in the cache and in memory, counting the bytes that a fused rule must move.
  ///
  /// A rule must read weights, gradient and slots and write all but the gradient: 28 bytes a parameter with two slots,
  /// 20 with Lion's one. Clipping reads the gradient once more: 32.
  static var updates: [Workload] {
    let sizes = [10_000, 10_000_000]
    let clipped = AdamW(learningRate: 1e-4).clipped(toGlobalNorm: 1)
    return sizes.map { update("adam", Adam(learningRate: 1e-4), bytes: 28, $0) }
      + sizes.map { update("update.adam", Adam(learningRate: 1e-4), bytes: 28, $0) }
      + sizes.map { update("update.lion", Lion(learningRate: 1e-4), bytes: 20, $0) }
      + sizes.map { update("update.adabelief", AdaBelief(learningRate: 1e-4), bytes: 28, $0) }
      + sizes.map { update("update.client", QHAdam(learningRate: 1e-4), bytes: 28, $0) }
      + sizes.map { update("update.clip-adamw", clipped, bytes: 32, $0) }
  }

  private static func update(_ name: String, _ optimizer: some Optimizer, bytes: Int, _ count: Int) -> Workload {
    Workload(name: "\(name).\(count)") { stopwatch in
      let slot = Parameter([count], role: .weight, initializer: .zeros)
      let layout = ParameterLayout([("weight", slot)])
      let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
      var parameters = ParameterVector<Float>.zeros(layout)
      var gradient = Gradient(
        ParameterVector(
          Tensor<Float>([count], (0..<count).map { Float(stream.uniform01(at: $0) - 0.5) }), layout: layout))
      var state = optimizer.initialState(for: parameters)
      let times = stopwatch.time {
        gradient.begin(loss: nil, evaluator: nil)
        optimizer.update(&parameters, along: &gradient, state: &state)
      }
      let gigabytes = Double(bytes * count) / 1e9
      return Result(
        measurement: Measurement(values: times.map { gigabytes / $0 }, higherIsBetter: true), unit: "GB/s")
    }
  }
}
