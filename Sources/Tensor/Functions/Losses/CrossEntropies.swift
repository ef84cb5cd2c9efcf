/// The negative logarithm of the probability of each row's label, given logarithms of probabilities [..., classes].
///
/// Labels equal to `ignoring` count for nothing; `weights` holds one number a class. The mean is divided by the sum of the
/// weights of the labels that count. PyTorch's `nll_loss`, with classes on the last axis.
public func negativeLogLikelihood<S>(
  _ logProbabilities: Variable<S>, labels: [Int], weights: [Double]? = nil, ignoring: Int? = nil,
  reduction: LossReduction = .mean
) -> Variable<S> {
  let (targets, factors) = oneHot(labels, logProbabilities, weights, ignoring, smoothing: 0)
  let losses = -(logProbabilities * targets).sum(axis: -1)
  return reduction.of(losses, divisor: factors.reduce(0, +))
}

/// The cross-entropy of logits [..., classes] against labels: weighted by class, smoothed, with an ignored label.
///
/// Smoothing gives every class s/classes of the probability, its loss weighted by class. PyTorch's `cross_entropy`, with
/// classes on the last axis.
public func crossEntropy<S>(
  _ logits: Variable<S>, labels: [Int], weights: [Double]? = nil, smoothing: Double = 0, ignoring: Int? = nil,
  reduction: LossReduction = .mean
) -> Variable<S> {
  let (targets, factors) = oneHot(labels, logits, weights, ignoring, smoothing: smoothing)
  let losses = -(logSoftmax(logits) * targets).sum(axis: -1)
  return reduction.of(losses, divisor: factors.reduce(0, +))
}

/// The cross-entropy of logits [..., classes] against probabilities of the same shape.
///
/// The mean is over rows, whatever the weights.
public func crossEntropy<S>(
  _ logits: Variable<S>, probabilities: Variable<S>, weights: [Double]? = nil, smoothing: Double = 0,
  reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(logits, probabilities)
  let classes = logits.shape.columns
  var targets = (1 - smoothing) * probabilities + smoothing / Double(classes)
  if let weights { targets = targets * logits.tape.constant(Tensor([classes], weights.map { S($0) })) }
  return reduction.of(-(logSoftmax(logits) * targets).sum(axis: -1))
}

/// Labels as rows of targets, times the weights of classes; and what each label's loss counts for in a mean.
private func oneHot<S>(
  _ labels: [Int], _ like: Variable<S>, _ weights: [Double]?, _ ignoring: Int?, smoothing: Double
) -> (targets: Variable<S>, factors: [Double]) {
  let classes = like.shape.columns
  require(labels.count == like.shape.rows, "\(labels.count) labels for rows of shape \(like.shape)")
  require(weights.map { $0.count == classes } ?? true, "\(weights?.count ?? 0) weights for \(classes) classes")
  var elements = [S](repeating: 0, count: like.shape.count)
  var factors: [Double] = []
  for (row, label) in labels.enumerated() {
    if label == ignoring {
      factors.append(0)
      continue
    }
    require(label >= 0 && label < classes, "label \(label) lies outside the \(classes) classes")
    for index in 0..<classes where smoothing > 0 || index == label {
      let share = smoothing / Double(classes) + (index == label ? 1 - smoothing : 0)
      elements[row * classes + index] = S((weights?[index] ?? 1) * share)
    }
    factors.append(weights?[label] ?? 1)
  }
  return (like.tape.constant(Tensor(like.shape, elements, pool: like.tape.pool)), factors)
}

/// The binary cross-entropy of logits against targets in [0, 1], with the positive part weighted, and all of it.
///
/// (1 − t) z + (1 + (p − 1) t) (ln(1 + e^(−|z|)) + max(−z, 0)), times the weight: PyTorch's
/// `binary_cross_entropy_with_logits`. Weights broadcast.
public func binaryCrossEntropy<S>(
  _ logits: Variable<S>, targets: Variable<S>, weight: Variable<S>? = nil, positiveWeight: Variable<S>? = nil,
  reduction: LossReduction
) -> Variable<S> {
  checkShapes(logits, targets)
  let positive = positiveWeight.map { 1 + ($0 - 1) * targets } ?? logits.tape.constant(1)
  let losses = (1 - targets) * logits + positive * softplus(-logits)
  return reduction.of(weight.map { losses * $0 } ?? losses)
}

/// −t ln p − (1 − t) ln(1 − p) of probabilities, with logarithms of at least −100, as in PyTorch, or as the scalar type
/// allows: no gradient flows from a probability of 0 or 1 that is wrong.
public func binaryCrossEntropy<S>(
  probabilities: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(probabilities, targets)
  // The argument is bounded, not the logarithm: the gradient of the logarithm of 0 is infinite.
  let floor = probabilities.tape.constant(max(3.720075976020836e-44, S.leastNormalMagnitude.double))
  let (yes, no) = (log(maximum(probabilities, floor)), log(maximum(1 - probabilities, floor)))
  return reduction.of(-(targets * yes) - (1 - targets) * no)
}

/// Cross-entropy of logits that counts easy examples for less (Lin et al. 2017, arXiv:1708.02002), as in optax.
///
/// (1 − p_t)^γ times the binary cross-entropy, times α for positive targets and 1 − α for negative ones where given.
public func sigmoidFocalLoss<S>(
  _ logits: Variable<S>, targets: Variable<S>, alpha: Double? = nil, gamma: Double = 2,
  reduction: LossReduction = .mean
) -> Variable<S> {
  let p = sigmoid(logits)
  let entropy = binaryCrossEntropy(logits, targets: targets, reduction: .none)
  let easiness = p * targets + (1 - p) * (1 - targets)
  let hardness =
    gamma == 2
    ? square(1 - easiness) : exp(gamma * log(maximum(1 - easiness, p.tape.constant(S.leastNormalMagnitude.double))))
  let losses = entropy * hardness
  guard let alpha else { return reduction.of(losses) }
  return reduction.of((alpha * targets + (1 - alpha) * (1 - targets)) * losses)
}

/// The Kullback–Leibler divergence of targets from predictions given as logarithms: t (ln t − x), 0 where t is 0.
///
/// With `logarithmicTargets`, targets are logarithms too. Kullback and Leibler 1951 (doi:10.1214/aoms/1177729694).
public func klDivergence<S>(
  _ logPredictions: Variable<S>, targets: Variable<S>, logarithmicTargets: Bool = false,
  reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(logPredictions, targets)
  if logarithmicTargets { return reduction.of(exp(targets) * (targets - logPredictions)) }
  // Where t is 0, 1 stands in the logarithm, and t makes the term 0.
  let safe = targets + targets.indicator { $0 == 0 }
  return reduction.of(targets * (log(safe) - logPredictions))
}
