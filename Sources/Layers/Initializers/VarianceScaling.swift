/// Random values whose variance is gain² / fan, so that signals keep their size from layer to layer.
///
/// The fans of a weight [outputs, inputs, kernel...] are fan-in = inputs · kernel and fan-out = outputs · kernel.
/// Glorot and Bengio 2010 (AISTATS); He, Zhang, Ren, Sun 2015 (doi:10.1109/ICCV.2015.123); LeCun, Bottou, Orr, Müller 1998.
public struct VarianceScaling: Initializer, Hashable {
  /// Which fan divides the variance.
  public enum Fan: String, Sendable, CaseIterable {
    /// Inputs times kernel size.
    case input
    /// Outputs times kernel size.
    case output
    /// The mean of the two.
    case average
  }

  /// What the values are drawn from.
  public enum Form: String, Sendable, CaseIterable {
    /// Uniform in ±√3 deviations.
    case uniform
    /// Normal.
    case normal
    /// Normal cut at two deviations, widened so that the deviation after the cut is as asked.
    case truncatedNormal
  }

  /// Which fan divides the variance.
  public let fan: Fan
  /// The factor of the deviation.
  public let gain: Double
  /// What the values are drawn from.
  public let form: Form

  /// Values of deviation gain/√fan.
  public init(fan: Fan, gain: Double, form: Form) {
    self.fan = fan
    self.gain = gain
    self.form = form
  }

  /// Fan-in and fan-out of a weight; a shape of one axis counts as [n, 1].
  public static func fans(of shape: Shape) -> (input: Int, output: Int) {
    let kernel = shape.rank > 2 ? (2..<shape.rank).reduce(1) { $0 * shape[$1] } : 1
    let outputs = shape.rank > 0 ? shape[0] : 1
    let inputs = shape.rank > 1 ? shape[1] : 1
    return (inputs * kernel, outputs * kernel)
  }

  /// The deviation of the values of a weight of the given shape.
  public func deviation(for shape: Shape) -> Double {
    let fans = Self.fans(of: shape)
    let count =
      switch fan {
      case .input: Double(fans.input)
      case .output: Double(fans.output)
      case .average: Double(fans.input + fans.output) / 2
      }
    return gain / max(count, 1).squareRoot()
  }

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    let deviation = deviation(for: shape)
    let bound = 3.0.squareRoot() * deviation
    // The deviation of a standard normal restricted to [-2, 2].
    let deviationAfterCut = 0.8796256610342398
    let draw: Distribution =
      switch form {
      case .uniform: .uniform(lower: -bound, upper: bound)
      case .normal: .normal(mean: 0, deviation: deviation)
      case .truncatedNormal: .truncatedNormal(deviation: deviation / deviationAfterCut)
      }
    return draw.values(shape: shape, stream: stream)
  }
}

extension Initializer where Self == VarianceScaling {
  /// Glorot's uniform values, for tanh and sigmoid networks: deviation gain · √(2/(fan-in + fan-out)).
  public static var glorot: Self { glorot() }
  /// Glorot's values: deviation gain · √(2/(fan-in + fan-out)).
  public static func glorot(
    gain: Gain = .linear, _ form: VarianceScaling.Form = .uniform
  ) -> Self { VarianceScaling(fan: .average, gain: gain.value, form: form) }

  /// He's uniform values, for ReLU networks: deviation √(2/fan-in).
  public static var he: Self { he() }
  /// He's values: deviation gain/√fan, with ReLU's gain √2 by default.
  public static func he(
    gain: Gain = .relu, fan: VarianceScaling.Fan = .input, _ form: VarianceScaling.Form = .uniform
  ) -> Self { VarianceScaling(fan: fan, gain: gain.value, form: form) }

  /// LeCun's normal values, for SELU networks: deviation √(1/fan-in).
  public static var leCun: Self { leCun() }
  /// LeCun's values: deviation √(1/fan-in).
  public static func leCun(_ form: VarianceScaling.Form = .normal) -> Self {
    VarianceScaling(fan: .input, gain: 1, form: form)
  }

  /// PyTorch's default for dense and convolutional layers: uniform within ±1/√fan-in.
  public static var pyTorch: Self { VarianceScaling(fan: .input, gain: 1 / 3.0.squareRoot(), form: .uniform) }
}
