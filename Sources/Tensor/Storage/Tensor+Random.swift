extension Tensor {
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
