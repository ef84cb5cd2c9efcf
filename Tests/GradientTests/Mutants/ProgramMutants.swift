import GlissadeTesting

// Programs and layers whose gradient gets lost between operations.

/// x² with one of its two factors cut off from the gradient.
struct DetachedFactor: DifferentiableFunction {
  let detaches: Bool
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { x[0] * (detaches ? x[0].stopGradient() : x[0]) }
}

/// tanh a + b², where the second branch may be cut off.
struct DetachedBranch: DifferentiableFunction {
  let detaches: Bool
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    tanh(x[0]) + (detaches ? square(x[1]).stopGradient() : square(x[1]))
  }
}

/// 3 x + x², where the first use of x may overwrite what the second one added.
struct SharedArgument: DifferentiableFunction {
  let accumulates: Bool
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    x[0].applying(Triple(accumulates: accumulates)) + square(x[0])
  }
}

/// A layer in a layer, one of whose parameters may be fed through a wrong operation.
struct Nest: Layer {
  struct Inner: Layer {
    let gain = Parameter([4], role: .normalization, initializer: .ones)
    let shift = Parameter([4], role: .bias, initializer: .zeros)
    let mistake: PulledBack.Mistake
    let detachesShift: Bool
    func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
      let gain = x.tape[gain].applying(PulledBack(.tanh, mistake))
      return x * gain + (detachesShift ? x.tape[shift].stopGradient() : x.tape[shift])
    }
  }

  let inner: Inner
  let output = Dense(4, 2)

  init(_ mistake: PulledBack.Mistake = .none, detachesShift: Bool = false) {
    inner = Inner(mistake: mistake, detachesShift: detachesShift)
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { output(tanh(inner(x))) }
}
