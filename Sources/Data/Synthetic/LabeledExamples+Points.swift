extension LabeledExamples {
  /// Points in a plane whose classes take turns, with normal noise; `point` draws number 0 of its stream.
  static func points(
    count: Int, seed: UInt64, first: Int, noise: Double, classCount: Int,
    at point: (_ label: Int, RandomStream) -> (x: Double, y: Double)
  ) throws -> LabeledExamples {
    var features: [Float] = []
    var labels: [Int] = []
    for example in first..<first + count {
      let stream = RandomStream(seed: seed, purpose: .synthesis, index: example)
      let label = example % classCount
      let (x, y) = point(label, stream)
      features.append(Float(x + noise * stream.normal(at: 1)))
      features.append(Float(y + noise * stream.normal(at: 2)))
      labels.append(label)
    }
    return try LabeledExamples(features: Tensor([count, 2], features), labels: labels, classCount: classCount)
  }
}
