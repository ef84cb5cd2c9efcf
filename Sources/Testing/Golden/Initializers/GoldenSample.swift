import GlissadeLayers

/// Some thousand values of an initializer, to be compared with a distribution.
///
/// Statistics may be off by five standard errors: of a right sampler, one comparison in two million would fail.
struct GoldenSample {
  /// The values.
  let values: [Double]
  /// What they were drawn by, for a shape.
  private var source: (initializer: any Initializer, shape: Shape)?

  /// The random numbers that cases use.
  static var stream: RandomStream { RandomStream(seed: 1, purpose: .initialization) }

  /// Values of tensors of a shape, at least 4,000.
  init(_ initializer: any Initializer, shape: Shape) {
    let tensors = 4_000 / max(1, shape.count) + 1
    values = (0..<tensors).flatMap { initializer.values(shape: shape, stream: Self.stream.substream($0)) }
    source = (initializer, shape)
  }

  init(values: [Double]) { self.values = values }

  /// Compares with a distribution of a file: `uniform` in [from, to), or `normal`.
  func compare(_ expected: JSONValue, _ place: String, _ comparison: inout GoldenComparison) throws {
    if let shape = expected["shape"], let source {
      comparison.compare(source.shape.sizesArray.map(Double.init), shape, "the shape of \(place)")
    }
    switch expected["distribution"]?.text {
    case "uniform":
      let (from, to) = (expected["from"]?.number ?? .nan, expected["to"]?.number ?? .nan)
      comparison.compare(try limits(), [from, to], "the bounds of \(place)")
      compareMoments(mean: (from + to) / 2, deviation: (to - from) / 12.0.squareRoot(), place, &comparison)
      compareReach(from: from, to: to, &comparison)
    case "normal":
      let (mean, deviation) = (expected["mean"]?.number ?? .nan, expected["std"]?.number ?? .nan)
      comparison.compare([try exactDeviation()], [deviation], "the deviation of \(place)")
      compareMoments(mean: mean, deviation: deviation, place, &comparison)
      // 4.6 % of normal values lie beyond two deviations.
      compareShare(below: mean - 2 * deviation, 0.022750131948179195, &comparison)
    case let name: throw GoldenUnsupported("there is no distribution \(name ?? "")")
    }
  }

  /// Compares mean and deviation.
  func compareMoments(mean: Double, deviation: Double, _ place: String, _ comparison: inout GoldenComparison) {
    let count = Double(values.count)
    let ownMean = values.reduce(0, +) / count
    let ownDeviation = (values.reduce(0) { $0 + ($1 - ownMean) * ($1 - ownMean) } / (count - 1)).squareRoot()
    comparison.expect(
      (ownMean - mean).magnitude <= 5 * deviation / count.squareRoot(),
      "the mean of \(place) is \(ownMean), not \(mean)")
    // The standard error for normal values; it is less for those that are bounded.
    comparison.expect(
      (ownDeviation / deviation - 1).magnitude <= 5 / (2 * count).squareRoot(),
      "the deviation of \(place) is \(ownDeviation), not \(deviation)")
  }

  /// Compares the share of values below a number.
  func compareShare(below bound: Double, _ share: Double, _ comparison: inout GoldenComparison) {
    let count = Double(values.count)
    let own = Double(values.count { $0 < bound }) / count
    comparison.expect(
      (own - share).magnitude <= 5 * (share * (1 - share) / count).squareRoot(),
      "a share \(own) of the values is below \(bound), not \(share)")
  }

  /// Expects values within bounds, some of them near either.
  func compareReach(from: Double, to: Double, _ comparison: inout GoldenComparison) {
    let (smallest, largest) = (values.min() ?? .nan, values.max() ?? .nan)
    let rounding = 1e-14 * (to - from)
    comparison.expect(
      smallest >= from - rounding && largest <= to + rounding, "\(smallest) or \(largest) is beyond \(from) and \(to)")
    let near = 0.02 * (to - from)
    comparison.expect(
      smallest < from + near && largest > to - near, "\(smallest) and \(largest) are not near \(from) and \(to)")
  }

  /// The bounds of a uniform initializer, of its own numbers.
  private func limits() throws -> [Double] {
    switch source?.initializer {
    case .some(Distribution.uniform(let lower, let upper)): return [lower, upper]
    case let scaling as VarianceScaling where scaling.form == .uniform:
      let bound = 3.0.squareRoot() * scaling.deviation(for: source?.shape ?? [])
      return [-bound, bound]
    default: throw GoldenUnsupported("the initializer is not uniform")
    }
  }

  /// The deviation of a normal initializer, of its own numbers.
  private func exactDeviation() throws -> Double {
    switch source?.initializer {
    case .some(Distribution.normal(_, let deviation)): return deviation
    case let scaling as VarianceScaling where scaling.form == .normal:
      return scaling.deviation(for: source?.shape ?? [])
    default: throw GoldenUnsupported("the initializer is not normal")
    }
  }
}
