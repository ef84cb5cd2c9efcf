/// min(max(x, 0), 6) (Krizhevsky 2010); the gradient at 0 and 6 is 0.
public func relu6<S>(_ x: Variable<S>) -> Variable<S> { minimum(x.tape.constant(6), relu(x)) }

/// x where positive, α(eˣ − 1) elsewhere, with α = 1 by default (Clevert, Unterthiner, Hochreiter 2016, arXiv:1511.07289).
public func elu<S>(_ x: Variable<S>, alpha: Double = 1) -> Variable<S> {
  relu(x) + alpha * (exp(minimum(x, x.tape.constant(0))) - 1)
}

/// x where positive, α(e^(x/α) − 1) elsewhere (Barron 2017, arXiv:1704.07483).
public func celu<S>(_ x: Variable<S>, alpha: Double = 1) -> Variable<S> {
  relu(x) + alpha * (exp(minimum(x, x.tape.constant(0)) / alpha) - 1)
}

/// ELU times a factor, such that layers normalize themselves (Klambauer et al. 2017, arXiv:1706.02515).
public func selu<S>(_ x: Variable<S>) -> Variable<S> {
  1.0507009873554804934193349852946 * elu(x, alpha: 1.6732632423543772848170429916717)
}

/// x where positive, w x elsewhere, with a trained w for each index of the second axis, or one for all.
///
/// He et al. 2015 (arXiv:1502.01852).
public func prelu<S>(_ x: Variable<S>, weight: Variable<S>) -> Variable<S> {
  var w = weight
  if weight.shape.count > 1 {
    require(
      x.shape.rank > 1 && x.shape[1] == weight.shape.count,
      "\(weight.shape.count) slopes for the channels of shape \(x.shape)")
    w = weight.reshaped(to: x.shape.keepingOnly(1))
  }
  return relu(x) + w * minimum(x, x.tape.constant(0))
}
