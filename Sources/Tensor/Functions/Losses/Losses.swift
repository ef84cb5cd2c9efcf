/// The mean softmax cross-entropy of logits [..., classes] against class labels, with optional label smoothing.
///
/// The same as PyTorch's `cross_entropy` with mean reduction; see `crossEntropy` for weights, ignored labels and other
/// reductions.
public func softmaxCrossEntropy<S>(_ logits: Variable<S>, labels: [Int], smoothing: Double = 0) -> Variable<S> {
  logits.applying(SoftmaxCrossEntropy(labels: labels, smoothing: smoothing))
}

/// The mean binary cross-entropy of logits against targets in [0, 1].
///
/// The same as PyTorch's `binary_cross_entropy_with_logits`; no finite logit, however large, overflows.
public func binaryCrossEntropy<S>(_ logits: Variable<S>, targets: Variable<S>) -> Variable<S> {
  checkShapes(logits, targets)
  return logits.applying(SigmoidCrossEntropy(), targets)
}

/// (x − t)²
public func meanSquaredError<S>(
  _ prediction: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(prediction, targets)
  return reduction.of(square(prediction - targets))
}

/// |x − t|
public func meanAbsoluteError<S>(
  _ prediction: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(prediction, targets)
  return reduction.of(abs(prediction - targets))
}

/// Huber's loss: r²/2 where |r| = |x − t| is at most δ, δ (|r| − δ/2) beyond (Huber 1964,
/// doi:10.1214/aoms/1177703732). δ is 1 by default, as in PyTorch.
public func huberLoss<S>(
  _ prediction: Variable<S>, targets: Variable<S>, delta: Double = 1, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(prediction, targets)
  require(delta > 0, "Huber's δ is positive, not \(delta)")
  let magnitude = abs(prediction - targets)
  let clipped = minimum(magnitude, magnitude.tape.constant(delta))
  return reduction.of(0.5 * square(clipped) + delta * (magnitude - clipped))
}

/// Huber's loss divided by its β: r²/(2β) where |r| is below β, |r| − β/2 beyond (Girshick 2015, arXiv:1504.08083).
public func smoothL1Loss<S>(
  _ prediction: Variable<S>, targets: Variable<S>, beta: Double = 1, reduction: LossReduction = .mean
) -> Variable<S> {
  if beta == 0 { return meanAbsoluteError(prediction, targets: targets, reduction: reduction) }
  return huberLoss(prediction, targets: targets, delta: beta, reduction: reduction) / beta
}

/// ln cosh(x − t), as |r| + ln(1 + e^(−2|r|)) − ln 2, which does not overflow.
public func logCosh<S>(
  _ prediction: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(prediction, targets)
  let r = prediction - targets
  return reduction.of(r + softplus(-2 * r) - 0.6931471805599453)
}

func checkShapes<S>(_ prediction: Variable<S>, _ targets: Variable<S>) {
  require(
    prediction.shape == targets.shape, "predictions of shape \(prediction.shape), targets of \(targets.shape)")
}
