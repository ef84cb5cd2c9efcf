/// max(x, 0); the gradient at 0 is 0.
public func relu<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.relu)) }

/// x where positive, `slope` · x elsewhere; slope 0.01 is PyTorch's default (Maas, Hannun, Ng 2013).
public func leakyReLU<S>(_ x: Variable<S>, slope: Double = 0.01) -> Variable<S> {
  x.applying(Elementwise(.leakyReLU, parameter: slope))
}

/// tanh x
public func tanh<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.tanh)) }

/// 1/(1 + e⁻ˣ)
public func sigmoid<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.sigmoid)) }

/// x Φ(x) with the normal distribution function Φ, exact (Hendrycks, Gimpel 2016, arXiv:1606.08415).
public func gelu<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.gelu)) }

/// x / (1 + e⁻ˣ) (Elfwing, Uchibe, Doya 2018, doi:10.1016/j.neunet.2017.12.012).
public func silu<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.silu)) }

/// ln(1 + eˣ), without overflow (Dugas et al. 2001).
public func softplus<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.softplus)) }

/// e^(xⱼ) / Σ e^(xₖ) along the last axis.
public func softmax<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Softmax()) }

/// xⱼ − ln Σ e^(xₖ) along the last axis.
public func logSoftmax<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Softmax(logarithm: true)) }
