/// Instance normalization: each channel of each example standardized by itself (Ulyanov et al. 2016, arXiv:1607.08022).
///
/// x is [batch, channels, …]. With running statistics, the means over the batch of each instance's mean and unbiased
/// variance are tracked while training, and used instead of the instance's own in evaluation, as in PyTorch.
public struct InstanceNorm: Layer {
  /// Standardization of channels by statistics over batch and places, whose state is the tracked one.
  let running: BatchNorm
  /// The factor of each channel, which begins at 1; nil for none.
  public let gain: Parameter?
  /// What is added to each channel, which begins at 0; nil for nothing.
  public let offset: Parameter?
  /// The running mean; nil where none is tracked.
  public var runningMean: StateSlot? { running.runningMean }
  /// ε in the denominator.
  public let epsilon: Double

  /// Normalization of so many channels, with PyTorch's ε = 1e-5, m = 0.1, without gain, offset and tracking.
  public init(
    _ channels: Int, epsilon: Double = 1e-5, momentum: Double = 0.1, affine: Bool = false,
    tracksStatistics: Bool = false
  ) {
    running = BatchNorm(
      channels, epsilon: epsilon, momentum: momentum, affine: false, tracksStatistics: tracksStatistics)
    gain = affine ? Parameter([channels], role: .normalization, initializer: .ones) : nil
    offset = affine ? Parameter([channels], role: .normalization, initializer: .zeros) : nil
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(x.shape.rank > 1, "instance normalization takes [batch, channels, …], not shape \(x.shape)")
    let perChannel = x.shape.keepingOnly(1)
    if !x.tape.pass.isTraining, running.runningMean != nil {
      return affine(running(x), gain: gain, offset: offset, shape: perChannel)
    }
    let rows = x.shape[0] * x.shape[1]
    let flat = x.reshaped(to: [rows, x.shape.count / max(1, rows)] as Shape)
    running.trackInstances(flat.value, channels: x.shape[1], on: x.tape)
    let normalized = flat.applying(Standardize(keeping: .rows, epsilon: epsilon)).reshaped(to: x.shape)
    return affine(normalized, gain: gain, offset: offset, shape: perChannel)
  }

  public func collectSlots(into collector: inout SlotCollector) {
    collector.collect(gain as Any, named: "gain")
    collector.collect(offset as Any, named: "offset")
    running.collectSlots(into: &collector)
  }
}
