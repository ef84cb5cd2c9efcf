extension Tensor {
  /// Independent standard normal numbers, the same for the same seed in every scalar type but for rounding.
  public static func normal(_ shape: Shape, seed: UInt64) -> Tensor {
    let stream = RandomStream(seed: seed, purpose: .noise, index: 0)
    return Tensor(shape, (0..<shape.count).map { S(stream.normal(at: $0)) })
  }

  /// A vector of independent random signs, −1 and 1; another number is another sample.
  public static func signs(count: Int, sample: Int) -> Tensor {
    let stream = RandomStream(seed: UInt64(bitPattern: Int64(sample)), purpose: .checking, index: 0)
    return Tensor([count], (0..<count).map { S(stream.bits(at: $0) & 1 == 0 ? 1 : -1) })
  }

  /// A dropout mask: each element 0 with probability `rate`, else 1/(1 − rate).
  init(mask shape: Shape, rate: Double, stream: RandomStream, pool: StoragePool?) {
    self.init(uninitialized: shape, pool: pool)
    let kept = S(1 / (1 - rate))
    let count = shape.count
    withSharedMutableElements { mask in
      for index in 0..<count { mask[index] = stream.uniform01(at: index) < rate ? 0 : kept }
    }
  }
}
