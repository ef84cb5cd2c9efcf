import Glissade

extension Workload {
  /// Elementwise functions and softmax, in nanoseconds an element.
  static var functions: [Workload] {
    let sizes = [4096, 1_000_000]
    let unary: [(String, UnaryFunction)] = [("exp", .exp), ("tanh", .tanh), ("gelu", .gelu)]
    return unary.flatMap { name, function in
      sizes.map { size in perElement("\(name).\(size)", size) { $0.applying(function) } }
    }
      + sizes.map { size in
        // Rows of 1,000 where they divide the size, else of 64.
        let columns = size.isMultiple(of: 1000) ? 1000 : 64
        return perElement("softmax.\(size)", size) { $0.reshaped(to: [size / columns, columns]).softmax() }
      }
  }

  private static func perElement(
    _ name: String, _ count: Int, _ function: @escaping (Tensor<Float>) -> Tensor<Float>
  ) -> Workload {
    Workload(name: name) { stopwatch in
      let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
      let x = Tensor<Float>([count], (0..<count).map { Float(4 * stream.uniform01(at: $0) - 2) }, pool: StoragePool())
      let times = stopwatch.time { _ = function(x) }
      return Result(
        measurement: Measurement(values: times.map { $0 / Double(count) * 1e9 }, higherIsBetter: false),
        unit: "ns/element")
    }
  }
}
