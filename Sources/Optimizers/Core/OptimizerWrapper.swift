/// An optimizer around another one, which does the stepping.
///
/// A wrapper states `update` and what it keeps; the rest is that of the optimizer in it, whose state is `state.inner[0]`.
public protocol OptimizerWrapper: Optimizer {
  /// The optimizer in it.
  associatedtype Base: Optimizer
  /// The optimizer in it.
  var base: Base { get set }
}

extension OptimizerWrapper {
  /// That of the optimizer in it.
  public var learningRate: Double {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  public mutating func scaleLearningRates(by factor: Double) { base.scaleLearningRates(by: factor) }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(inner: [base.initialState(for: parameters)])
  }

  public var copesWithNonFinite: Bool { base.copesWithNonFinite }

  public func lossScale<S: Scalar>(_ state: OptimizerState<S>) -> Double { base.lossScale(state.inner[0]) }

  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    base.evaluationPoint(of: parameters, state: state.inner[0])
  }
}
