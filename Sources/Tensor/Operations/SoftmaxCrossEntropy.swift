/// The mean cross-entropy of logits against class labels.
///
/// loss = −1/N Σᵢ Σⱼ tᵢⱼ ln softmax(xᵢ)ⱼ, where tᵢⱼ = (1 − s) [j = labelᵢ] + s/C with label smoothing s (Szegedy et al. 2016,
/// arXiv:1512.00567). Logits have shape [..., C], with as many rows as there are labels.
public struct SoftmaxCrossEntropy: Differentiable {
  /// The class of each row, from 0.
  public let labels: [Int]
  /// s, from 0 (the default: none) to 1.
  public let smoothing: Double

  /// The loss for the given labels.
  public init(labels: [Int], smoothing: Double = 0) {
    require((0...1).contains(smoothing), "label smoothing lies between 0 and 1, not \(smoothing)")
    self.labels = labels
    self.smoothing = smoothing
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let logits = x[0]
    require(
      logits.shape.rows == labels.count && logits.shape.rank > 0,
      "\(labels.count) labels for logits of shape \(logits.shape)")
    let logProbabilities = logits.softmax(logarithm: true)
    x.save(logProbabilities)
    var total = logProbabilities.sumOfEntries(at: labels) * S.Accumulator(1 - smoothing)
    if smoothing > 0 {
      total += logProbabilities.reduced(.sum) * S.Accumulator(smoothing / Double(logits.shape.columns))
    }
    return Tensor(S(accumulator: -total / S.Accumulator(labels.count)), pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    // d loss / d logits = (softmax(x) − t) / N
    let scale = step.cotangent.item.accumulator / S.Accumulator(labels.count)
    var dx = exp(step.saved(0))
    if smoothing > 0 { dx = dx - smoothing / Double(dx.shape.columns) }
    dx.addToEntries(at: labels, S(smoothing - 1))
    dx.scale(by: scale)
    step.add(dx, to: 0)
  }
}
