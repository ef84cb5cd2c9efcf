import GlissadeTensor

/// Reproducible numbers in (−2, 2), odd multiples of 1/32: never zero, and exact in every scalar type.
func sample<S: Scalar>(_ shape: Shape, seed: UInt64 = 1, as type: S.Type = Double.self) -> Tensor<S> {
  let stream = RandomStream(seed: seed, purpose: .checking, index: 0)
  return Tensor(shape, (0..<shape.count).map { S(Double(2 * stream.integer(at: $0, below: 64) - 63) / 32) })
}

/// 0, 1, 2, … in row-major order.
func counting(_ shape: Shape) -> Tensor<Double> { Tensor(shape, (0..<shape.count).map(Double.init)) }

/// Whether two tensors have the same shape and elements that differ by at most `tolerance`.
func isClose<S: Scalar>(_ left: Tensor<S>, _ right: Tensor<S>, tolerance: Double = 1e-12) -> Bool {
  left.shape == right.shape
    && zip(left.doubles, right.doubles).allSatisfy { ($0 - $1).magnitude <= tolerance * max(1, $1.magnitude) }
}
