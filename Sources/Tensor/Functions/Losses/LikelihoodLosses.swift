/// The negative log-likelihood of counts t under Poisson distributions with rates x, or eˣ where `logarithmicInput`.
///
/// With `full`, Stirling's approximation t ln t − t + ln(2πt)/2 of the constant is added where t exceeds 1.
public func poissonNegativeLogLikelihood<S>(
  _ x: Variable<S>, targets: Variable<S>, logarithmicInput: Bool = true, full: Bool = false, epsilon: Double = 1e-8,
  reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(x, targets)
  var losses = logarithmicInput ? exp(x) - targets * x : x - targets * log(x + epsilon)
  if full {
    let isLarge = targets.indicator { $0 > 1 }
    let safe = maximum(targets, targets.tape.constant(1))
    let stirling = safe * log(safe) - safe + 0.5 * log(6.283185307179586 * safe)
    losses = losses + isLarge * stirling
  }
  return reduction.of(losses)
}

/// The negative log-likelihood of targets under normal distributions of given means and variances: ½ (ln v + (t − x)²/v).
///
/// Variances of less than ε count as ε, through which no gradient flows (PyTorch); with `full`, ½ ln 2π is added.
public func gaussianNegativeLogLikelihood<S>(
  _ mean: Variable<S>, targets: Variable<S>, variance: Variable<S>, full: Bool = false, epsilon: Double = 1e-6,
  reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(mean, targets)
  let v = maximum(variance, variance.tape.constant(epsilon))
  let losses = 0.5 * (log(v) + square(targets - mean) / v)
  return reduction.of(full ? losses + 0.9189385332046727 : losses)
}
