extension Optimizer {
  /// The state before the first step, for something around this optimizer that looks at gradients.
  ///
  /// It stops the program where this optimizer scales the loss, whose gradient would be taken for the gradient: loss
  /// scaling belongs outside.
  func unscaledState<S: Scalar>(for parameters: ParameterVector<S>, within wrapper: String) -> OptimizerState<S> {
    let state = initialState(for: parameters)
    require(
      lossScale(state) == 1, "\(wrapper) would see the gradient of a scaled loss: put .lossScaled() outside of it")
    return state
  }
}
