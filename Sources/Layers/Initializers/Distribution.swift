/// Independent draws from one distribution.
public enum Distribution: Initializer, Hashable {
  /// Uniform in [lower, upper).
  case uniform(lower: Double, upper: Double)
  /// Normal.
  case normal(mean: Double, deviation: Double)
  /// Normal, restricted to [lower, upper]; `mean` and `deviation` are those before the restriction.
  case truncatedNormal(mean: Double, deviation: Double, lower: Double, upper: Double)

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    let indices = 0..<shape.count
    switch self {
    case .uniform(let lower, let upper): return indices.map { stream.uniform(at: $0, in: lower..<upper) }
    case .normal(let mean, let deviation):
      return indices.map { stream.normal(at: $0, mean: mean, deviation: deviation) }
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      let distribution = TruncatedNormal(mean: mean, deviation: deviation, lower: lower, upper: upper)
      return indices.map { stream.normal(at: $0, from: distribution) }
    }
  }
}

extension Initializer where Self == Distribution {
  /// Uniform in [lower, upper).
  public static func uniform(_ lower: Double, _ upper: Double) -> Self { .uniform(lower: lower, upper: upper) }

  /// Uniform within ±1/√fan-in: what PyTorch's layers begin their biases with.
  public static func pyTorch(fanIn: Int) -> Self {
    let bound = 1 / Double(max(1, fanIn)).squareRoot()
    return .uniform(-bound, bound)
  }

  /// Normal with mean 0 unless given.
  public static func normal(deviation: Double, mean: Double = 0) -> Self { .normal(mean: mean, deviation: deviation) }

  /// Normal, restricted to two deviations around the mean.
  public static func truncatedNormal(deviation: Double, mean: Double = 0) -> Self {
    .truncatedNormal(
      mean: mean, deviation: deviation, lower: mean - 2 * deviation, upper: mean + 2 * deviation)
  }
}
