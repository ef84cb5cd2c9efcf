/// Each element divided by a power of the squares of its neighbors among the channels.
///
/// y = x (k + α/n Σ x²)^(−β), the sum over n neighboring channels: Krizhevsky, Sutskever, Hinton 2012 (NIPS), with PyTorch's
/// division of α by n.
public struct LocalResponseNorm: Layer {
  /// n, the number of channels.
  public let size: Int
  /// α
  public let alpha: Double
  /// β
  public let beta: Double
  /// k
  public let k: Double

  /// Normalization over so many channels, with PyTorch's α = 1e-4, β = 0.75 and k = 1.
  public init(size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) {
    require(size > 0, "a local response normalization has neighbors, not \(size)")
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.k = k
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let channels = x.shape[1]
    let squares = square(x)
    var sums = squares
    for distance in 1..<max(1, size) {
      // PyTorch's window of even size reaches one further back than forward.
      for shift in [-distance, distance] where (shift < 0 ? distance <= size / 2 : distance <= (size - 1) / 2) {
        guard distance < channels else { continue }
        sums = sums + shifted(squares, by: shift)
      }
    }
    let base = k + (alpha / Double(size)) * sums
    return x * exp(-beta * log(base))
  }

  /// Channel c of the result is channel c + shift, or zeros where there is none.
  private func shifted<S: Scalar>(_ x: Variable<S>, by shift: Int) -> Variable<S> {
    let channels = x.shape[1]
    var padding = x.shape
    padding[1] = shift.magnitude == 0 ? 0 : Int(shift.magnitude)
    let zeros = x.tape.constant(Tensor.zeros(padding, pool: x.tape.pool))
    return shift < 0
      ? concatenate([zeros, x.slice(0..<channels + shift, axis: 1)], axis: 1)
      : concatenate([x.slice(shift..<channels, axis: 1), zeros], axis: 1)
  }
}
