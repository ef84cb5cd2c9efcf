/// Batch normalization: each channel standardized over the batch while training, by running statistics otherwise.
///
/// y = (x − mean)/√(variance + ε) · gain + offset, with channels on the second axis of x of any rank. The running statistics
/// are state: running ← (1 − m) running + m new, the variance unbiased, or the mean of all so far without a momentum.
/// Ioffe, Szegedy 2015 (arXiv:1502.03167); PyTorch's `BatchNorm1d`, `2d` and `3d`.
public struct BatchNorm: Layer {
  /// The factor of each channel, which begins at 1; nil for none.
  public let gain: Parameter?
  /// What is added to each channel, which begins at 0; nil for nothing.
  public let offset: Parameter?
  /// The running mean; nil where batches are standardized by their own statistics always.
  public let runningMean: StateSlot?
  /// The running unbiased variance.
  public let runningVariance: StateSlot?
  /// The number of batches seen.
  public let batches: StateSlot?
  /// m, the weight of the new statistics (PyTorch's convention); nil for the mean of all.
  public let momentum: Double?
  /// ε in the denominator.
  public let epsilon: Double

  /// Normalization of so many channels, with PyTorch's ε = 1e-5 and m = 0.1.
  public init(
    _ channels: Int, epsilon: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true, tracksStatistics: Bool = true
  ) {
    require(channels > 0, "a batch normalization has channels, not \(channels)")
    gain = affine ? Parameter([channels], role: .normalization, initializer: .ones) : nil
    offset = affine ? Parameter([channels], role: .normalization, initializer: .zeros) : nil
    runningMean = tracksStatistics ? StateSlot([channels]) : nil
    runningVariance = tracksStatistics ? StateSlot([channels], initialValue: 1) : nil
    batches = tracksStatistics ? StateSlot([]) : nil
    self.momentum = momentum
    self.epsilon = epsilon
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    require(x.shape.rank > 1, "batch normalization takes [batch, channels, …], not shape \(x.shape)")
    let perChannel = x.shape.keepingOnly(1)
    guard x.tape.pass.isTraining || runningMean == nil else {
      return affine(evaluated(x, perChannel), gain: gain, offset: offset, shape: perChannel)
    }
    track(x)
    let normalized = x.applying(Standardize(keeping: .axis(1), epsilon: epsilon))
    return affine(normalized, gain: gain, offset: offset, shape: perChannel)
  }

  /// Standardized by the running statistics.
  private func evaluated<S: Scalar>(_ x: Variable<S>, _ perChannel: Shape) -> Variable<S> {
    guard let runningMean, let runningVariance else { return x }
    let (mean, variance) = (x.tape[runningMean], x.tape[runningVariance])
    let inverse = (variance + epsilon).applying(.squareRoot).applying(.reciprocal)
    let centered = x - x.tape.constant(mean.narrowed(to: S.self).reshaped(to: perChannel))
    return centered * x.tape.constant(inverse.narrowed(to: S.self).reshaped(to: perChannel))
  }

  private func track<S: Scalar>(_ x: Variable<S>) {
    guard runningMean != nil, x.tape.pass.isTraining else { return }
    let statistics = Standardize.statistics(of: x.value, keeping: .axis(1))
    let samples = Double(x.shape.count / max(1, x.shape[1]))
    let unbiased = statistics.variance.scaled(by: S.Accumulator(samples / max(1, samples - 1)))
    update(mean: statistics.mean, variance: unbiased, on: x.tape)
  }

  /// Tracks the means over the batch of statistics of instances, which are rows, so many channels to an example.
  ///
  /// Batches are not counted, as in PyTorch.
  func trackInstances<S: Scalar>(_ rows: Tensor<S>, channels: Int, on tape: Tape<S>) {
    guard runningMean != nil, tape.pass.isTraining else { return }
    let statistics = Standardize.statistics(of: rows, keeping: .rows)
    let (batch, samples) = (rows.shape[0] / channels, Double(rows.shape[1]))
    func mean(_ tensor: Tensor<S.Accumulator>, _ scale: Double) -> Tensor<S.Accumulator> {
      tensor.reshaped(to: [batch, channels] as Shape).summed(to: [1, channels], scale: scale / Double(batch))
    }
    update(
      mean: mean(statistics.mean, 1), variance: mean(statistics.variance, samples / max(1, samples - 1)), on: tape,
      counts: false)
  }

  private func update<S: Scalar>(
    mean: Tensor<S.Accumulator>, variance: Tensor<S.Accumulator>, on tape: Tape<S>, counts: Bool = true
  ) {
    guard let runningMean, let runningVariance, let batches else { return }
    let count = tape[batches].item + 1
    if counts { tape.update(batches, to: Tensor(count)) }
    let weight = momentum.map { S.Accumulator($0) } ?? 1 / count
    for (slot, new) in [(runningMean, mean), (runningVariance, variance)] {
      var running = tape[slot]
      running.combine(weight, new.reshaped(to: slot.shape), 1 - weight)
      tape.update(slot, to: running)
    }
  }
}
