import Glissade

extension Workload {
  /// One fused update of Adam, counting 28 bytes a parameter: four vectors read, three written.
  static var updates: [Workload] { [10_000, 10_000_000].map { update("adam", Adam(learningRate: 1e-4), $0) } }

  private static func update(_ name: String, _ optimizer: some Optimizer, _ count: Int) -> Workload {
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
        optimizer.update(&parameters, along: &gradient, state: &state)
      }
      return Result(
        measurement: Measurement(values: times.map { 28 * Double(count) / $0 / 1e9 }, higherIsBetter: true),
        unit: "GB/s")
    }
  }
}
