/// x between two bounds, which are −1 and 1 by default; the gradient at and beyond them is 0.
public func hardTanh<S>(_ x: Variable<S>, from low: Double = -1, to high: Double = 1) -> Variable<S> {
  require(low <= high, "a hard tanh from \(low) to \(high)")
  return maximum(x.tape.constant(low), minimum(x.tape.constant(high), x))
}

/// min(max(x + 3, 0), 6)/6 (Courbariaux, Bengio, David 2015, arXiv:1511.00363, with PyTorch's slope).
public func hardSigmoid<S>(_ x: Variable<S>) -> Variable<S> { relu6(x + 3) / 6 }

/// x min(max(x + 3, 0), 6)/6 (Howard et al. 2019, arXiv:1905.02244).
public func hardSwish<S>(_ x: Variable<S>) -> Variable<S> { x * hardSigmoid(x) }

/// x drawn towards 0 by λ, and 0 where |x| ≤ λ (Donoho 1995, doi:10.1109/18.382009).
public func softShrink<S>(_ x: Variable<S>, lambda: Double = 0.5) -> Variable<S> {
  relu(x - lambda) - relu(-x - lambda)
}

/// x where |x| > λ, 0 elsewhere.
public func hardShrink<S>(_ x: Variable<S>, lambda: Double = 0.5) -> Variable<S> {
  x * x.indicator { $0 > lambda || $0 < -lambda }
}

/// x where above the threshold, `value` elsewhere.
public func threshold<S>(_ x: Variable<S>, _ threshold: Double, value: Double) -> Variable<S> {
  let isAbove = x.indicator { $0 > threshold }
  return isAbove * x + (1 - isAbove) * value
}

extension Variable {
  /// 1 where a condition holds and 0 elsewhere, as a constant.
  public func indicator(_ condition: (Double) -> Bool) -> Variable {
    tape.constant(Tensor(shape, value.elements.map { condition($0.double) ? 1 : 0 }, pool: tape.pool))
  }
}
