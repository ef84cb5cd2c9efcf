/// x/2 (1 + tanh(√(2/π)(x + 0.044715 x³))), the approximation of `gelu` (Hendrycks, Gimpel 2016, arXiv:1606.08415).
public func geluTanh<S>(_ x: Variable<S>) -> Variable<S> {
  // Beyond 20 the function is x or 0 to the last digit; the cube of what is larger could overflow.
  let bounded = hardTanh(x, from: -20, to: 20)
  let inner = 0.7978845608028654 * (bounded + 0.044715 * (bounded * square(bounded)))
  return 0.5 * x * (1 + tanh(inner))
}

/// x tanh(ln(1 + eˣ)) (Misra 2019, arXiv:1908.08681).
public func mish<S>(_ x: Variable<S>) -> Variable<S> { x * tanh(softplus(x)) }

/// ln(1 + e^(βx))/β, and x where βx exceeds the threshold, as PyTorch has it.
public func softplus<S>(_ x: Variable<S>, beta: Double, threshold: Double = 20) -> Variable<S> {
  let isLinear = x.indicator { beta * $0 > threshold }
  let curved = softplus(minimum(beta * x, x.tape.constant(threshold))) / beta
  return isLinear * x + (1 - isLinear) * curved
}

/// ln σ(x) = −ln(1 + e⁻ˣ), without overflow.
public func logSigmoid<S>(_ x: Variable<S>) -> Variable<S> { -softplus(-x) }

/// x/(1 + |x|) (Turian, Bergstra, Bengio 2009).
public func softsign<S>(_ x: Variable<S>) -> Variable<S> { x / (1 + abs(x)) }

/// x − tanh x
public func tanhShrink<S>(_ x: Variable<S>) -> Variable<S> { x - tanh(x) }
