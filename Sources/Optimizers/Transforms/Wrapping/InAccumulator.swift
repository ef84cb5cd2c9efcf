extension OptimizerState {
  /// The same state as that of the accumulator's type, whose accumulator is the same.
  var inAccumulator: OptimizerState<S.Accumulator> {
    get { OptimizerState<S.Accumulator>(self) { $0 } }
    set { self = OptimizerState(newValue) { $0 } }
  }

  /// A state of another scalar type with the same accumulator.
  private init<Other: Scalar>(
    _ other: OptimizerState<Other>, _ convert: (Tensor<Other.Accumulator>) -> Tensor<S.Accumulator>
  ) {
    self.init()
    step = other.step
    slotNames = other.slotNames
    slots = other.slots.map(convert)
    numbers = other.numbers
    inner = other.inner.map { OptimizerState($0, convert) }
  }
}

extension Gradient {
  /// The gradient in the accumulator's type; its evaluator is asked through rounded parameters.
  var inAccumulator: Gradient<S.Accumulator> {
    var result = Gradient<S.Accumulator>(
      ParameterVector<S.Accumulator>(vector.values.widened(), layout: layout), loss: loss)
    result.multiply(by: scale)
    result.evaluator = evaluator.map { wideEvaluator($0) }
    return result
  }
}

/// An objective in a narrow type as one in its accumulator.
private struct WideEvaluator<Narrow: Evaluator>: Evaluator {
  typealias S = Narrow.S.Accumulator
  let narrow: Narrow

  private func narrowed(_ wide: ParameterVector<S>) -> ParameterVector<Narrow.S> {
    ParameterVector(wide.values.narrowed(to: Narrow.S.self), layout: wide.layout)
  }

  private func widened(_ narrow: ParameterVector<Narrow.S>) -> ParameterVector<S> {
    ParameterVector(narrow.values.widened(), layout: narrow.layout)
  }

  func value(at parameters: ParameterVector<S>) -> Double { narrow.value(at: narrowed(parameters)) }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let (value, gradient) = narrow.valueAndGradient(at: narrowed(parameters))
    return (value, widened(gradient))
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    widened(narrow.hessianVectorProduct(at: narrowed(parameters), along: narrowed(direction)))
  }

  func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S> {
    widened(narrow.hessianDiagonal(at: narrowed(parameters), sample: sample))
  }
}

private func wideEvaluator<S: Scalar>(_ narrow: any Evaluator<S>) -> any Evaluator<S.Accumulator> {
  func make(_ narrow: some Evaluator<S>) -> any Evaluator<S.Accumulator> { WideEvaluator(narrow: narrow) }
  return make(narrow)
}
