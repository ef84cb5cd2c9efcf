/// Ten kinds of curves, shifted, stretched, sheared and noisy: a small set that tells networks apart, in the manner of
/// MNIST-1D (Greydanus and Kobak 2020, arXiv:2011.14439).
///
/// Each class is a template of 12 points. An example pads it, scales and shears it at random, shifts it around, and adds
/// white noise and noise that is smooth over `smoothness` points; then it is sampled at `length` points. Templates, order and noise are
/// this library's own, so accuracies are like the paper's, not equal to them.
public struct OneDimensionalDigits: Sendable, Hashable {
  /// The points of an example.
  public let length: Int
  /// The largest shift, in points of the template padded to `paddedLength`.
  public let largestShift: Int
  /// The standard deviation of the smooth noise.
  public let smoothNoise: Double
  /// The standard deviation of the white noise.
  public let whiteNoise: Double

  /// The points to which templates are padded.
  static let paddedLength = 72
  /// The standard deviation, in points, of what smooths the smooth noise.
  static let smoothness = 2.0

  /// Curves of the paper's size and noise by default.
  public init(length: Int = 40, largestShift: Int = 48, smoothNoise: Double = 0.25, whiteNoise: Double = 0.02) {
    require(
      length > 1 && (0...60).contains(largestShift) && smoothNoise >= 0 && whiteNoise >= 0,
      "curves of \(length) points shifted by \(largestShift) with noise \(smoothNoise) and \(whiteNoise)")
    self.length = length
    self.largestShift = largestShift
    self.smoothNoise = smoothNoise
    self.whiteNoise = whiteNoise
  }

  /// Examples `first..<first + count` of a seed: features [count, length]; the ten classes take turns.
  ///
  /// Each example depends on the seed and its number alone.
  public func examples(count: Int, seed: UInt64, first: Int = 0) throws -> LabeledExamples {
    var features: [Float] = []
    features.reserveCapacity(count * length)
    for example in first..<first + count {
      let stream = RandomStream(seed: seed, purpose: .synthesis, index: example)
      features += curve(of: example % 10, stream).map { Float($0) }
    }
    let labels = (first..<first + count).map { $0 % 10 }
    return try LabeledExamples(features: Tensor([count, length], features), labels: labels, classCount: 10)
  }
}
