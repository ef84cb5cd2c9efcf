extension Adam.Coefficients {
  /// Whether only what Adam has without options is to be computed.
  @usableFromInline var isPlain: Bool { gradientSize == nil && epsilonRoot == nil && maximumScale == nil }

  /// The same step as one without options, so that a loop compiled for it holds none of their values in registers.
  @inlinable @inline(__always)
  var plain: Adam.Coefficients {
    var result = self
    result.gradientSize = nil
    result.epsilonRoot = nil
    result.maximumScale = nil
    return result
  }
}

extension ElementwiseOptimizer where Coefficients == Adam.Coefficients {
  // The loop is chosen here: conditions within it, though the same for all elements, cost registers.
  @inlinable @inline(__always)
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let coefficients = beginStep(of: &state)
    if coefficients.isPlain {
      ElementwisePass.run(
        PlainRule(optimizer: self, coefficients: coefficients), on: &parameters, along: gradient.vector,
        scale: gradient.scale, slots: &state.slots)
    } else {
      ElementwisePass.run(
        BoundRule(optimizer: self, coefficients: coefficients), on: &parameters, along: gradient.vector,
        scale: gradient.scale, slots: &state.slots)
    }
  }
}

extension Adam {
  /// A step without options is a kernel, which is compiled for the processor's instruction set.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    takeStep(&parameters, along: &gradient, state: &state)
  }

  // Apart, or before it is known that S is one of these, memory for values of any S is measured out.
  @inline(never)
  private func takeStep<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let coefficients = beginStep(of: &state)
    // The scale of other scalars may be more than a Double: dual numbers have a derivative.
    if coefficients.isPlain, S.Accumulator.self == Float.self || S.Accumulator.self == Double.self {
      let step = AdamStep(
        scale: gradient.scale.double, addedWeight: coefficients.decay.added, keptWeight: coefficients.decay.kept,
        beta1: beta1, beta2: beta2, meanSize: coefficients.meanSize, epsilon: coefficients.epsilon)
      parameters.update(by: step, along: gradient.vector, slots: &state.slots)
    } else {
      ElementwisePass.run(
        BoundRule(optimizer: self, coefficients: coefficients), on: &parameters, along: gradient.vector,
        scale: gradient.scale, slots: &state.slots)
    }
  }
}

extension AdamW {
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    adam.update(&parameters, along: &gradient, state: &state)
  }
}

/// A rule of Adam's family at a step without options.
@frozen @usableFromInline
struct PlainRule<Rule: ElementwiseOptimizer>: ElementwiseRule where Rule.Coefficients == Adam.Coefficients {
  @usableFromInline let optimizer: Rule
  @usableFromInline let coefficients: Adam.Coefficients

  @inlinable @inline(__always)
  init(optimizer: Rule, coefficients: Adam.Coefficients) {
    self.optimizer = optimizer
    self.coefficients = coefficients
  }

  @inlinable @inline(__always)
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) {
    optimizer.update(&w, along: g, &slots, at: coefficients.plain)
  }
}
