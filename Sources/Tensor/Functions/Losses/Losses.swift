/// The mean softmax cross-entropy of logits [..., classes] against class labels, with optional label smoothing.
///
/// The same as PyTorch's `cross_entropy` with mean reduction.
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

/// The mean of (x − t)².
public func meanSquaredError<S>(_ prediction: Variable<S>, targets: Variable<S>) -> Variable<S> {
  checkShapes(prediction, targets)
  return square(prediction - targets).mean()
}

/// The mean of |x − t|.
public func meanAbsoluteError<S>(_ prediction: Variable<S>, targets: Variable<S>) -> Variable<S> {
  checkShapes(prediction, targets)
  return abs(prediction - targets).mean()
}

/// The mean of Huber's loss: r²/2 where |r| = |x − t| is at most δ, δ (|r| − δ/2) beyond (Huber 1964,
/// doi:10.1214/aoms/1177703732). δ is 1 by default, as in PyTorch.
public func huberLoss<S>(_ prediction: Variable<S>, targets: Variable<S>, delta: Double = 1) -> Variable<S> {
  checkShapes(prediction, targets)
  require(delta > 0, "Huber's δ is positive, not \(delta)")
  let magnitude = abs(prediction - targets)
  let clipped = minimum(magnitude, magnitude.tape.constant(delta))
  return (0.5 * square(clipped) + delta * (magnitude - clipped)).mean()
}

private func checkShapes<S>(_ prediction: Variable<S>, _ targets: Variable<S>) {
  require(
    prediction.shape == targets.shape, "predictions of shape \(prediction.shape), targets of \(targets.shape)")
}
