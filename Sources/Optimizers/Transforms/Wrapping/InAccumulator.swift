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

private func wideEvaluator<S: Scalar>(_ narrow: any Evaluator<S>) -> any Evaluator<S.Accumulator> {
  func make(_ narrow: some Evaluator<S>) -> any Evaluator<S.Accumulator> {
    let round = { (wide: ParameterVector<S.Accumulator>) in
      ParameterVector<S>(wide.values.narrowed(to: S.self), layout: wide.layout)
    }
    return MappedEvaluator(
      base: narrow, point: round, direction: round,
      result: { ParameterVector<S.Accumulator>($0.values.widened(), layout: $0.layout) })
  }
  return make(narrow)
}
