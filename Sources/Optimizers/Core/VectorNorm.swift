/// A norm of a vector.
public enum VectorNorm: Hashable, Sendable, CustomStringConvertible {
  /// √Σ x²
  case euclidean
  /// The largest |x|.
  case maximum
  /// (Σ |x|ᵖ)^(1/p), p above 0.
  case power(Double)

  /// The norm in words.
  public var description: String {
    switch self {
    case .euclidean: "Euclidean norm"
    case .maximum: "maximum norm"
    case .power(let p): "\(p)-norm"
    }
  }

  /// The norm of a tensor's elements; NaN if one is NaN.
  public func of<S: Scalar>(_ tensor: Tensor<S>) -> S.Accumulator {
    switch self {
    case .euclidean: return tensor.euclideanNorm
    case .maximum: return tensor.largestMagnitude
    case .power(let p):
      let largest = tensor.largestMagnitude
      guard largest > 0, largest.isFinite else { return largest }
      // Divided by the largest, so that no power overflows.
      let exponent = S.Accumulator(p)
      var sum: S.Accumulator = 0
      for element in tensor.elements {
        let ratio = element.accumulator.magnitude / largest
        if ratio > 0 { sum += S.Accumulator.exp(exponent * S.Accumulator.log(ratio)) }
      }
      return largest * S.Accumulator.exp(S.Accumulator.log(sum) / exponent)
    }
  }
}
