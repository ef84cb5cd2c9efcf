/// An optimizer that moves each tensor of the parameters by itself and as a whole, with state of that tensor's own.
///
/// This is for rules that need a tensor's axes: factored moments, matrix preconditioners. The rule is written once over the
/// accumulator's type; `state.inner` holds a state for each tensor, in the order of the layout. A step copies each tensor
/// and makes temporaries. Where tensors matter by a factor only, a `LayerwiseOptimizer` does neither.
public protocol TensorwiseOptimizer: Optimizer {
  /// The state of one tensor: slots of any shape, by default of the tensor's own.
  func slots(of segment: ParameterLayout.Segment) -> [Slot]
  /// Moves one tensor, which is not empty, by one step; its slots are in the order in which the rule names them.
  func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A
}

extension TensorwiseOptimizer {
  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(
      inner: parameters.layout.segments.enumerated().map { index, segment in
        OptimizerState(slots(of: segment), for: parameters[index].widened(), shape: segment.shape)
      })
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let segments = parameters.layout.segments
    require(
      state.inner.count == segments.count,
      "a state of \(state.inner.count) tensors was given for \(segments.count): begin with initialState(for:)")
    state.step += 1
    let step = Step(number: state.step)
    for (index, segment) in segments.enumerated() {
      state.inner[index].step += 1
      if segment.range.isEmpty { continue }
      state.inner[index].arrangeSlots(for: slots(of: segment))
      var weights = parameters[index].widened()
      update(&weights, along: gradient[index], slots: &state.inner[index].slots, of: segment, at: step)
      parameters.replace(index, with: weights.narrowed(to: S.self))
    }
  }
}
