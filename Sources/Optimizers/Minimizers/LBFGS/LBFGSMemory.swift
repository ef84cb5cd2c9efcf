/// What L-BFGS keeps between iterations.
struct LBFGSMemory<Wide: Scalar> where Wide.Accumulator == Wide {
  /// The last step, nil before the first.
  var last: (direction: Tensor<Wide>, step: Wide, gradient: Tensor<Wide>)?
  /// The steps before it.
  var history = LimitedMemory<Wide>()
}

/// The memory as slots of a state: direction, gradient and length of the last step, then three slots for each pair.
///
/// There are as many as there are pairs, so that a state of m = 100 takes no memory for steps that have not been taken. A
/// length of zero says that there was no step, or none that helped: the next iteration begins again along −g.
extension LBFGSMemory {
  static var slots: [Slot] { ["direction", "previousGradient", .number("stepLength")] }

  init<S: Scalar>(_ state: OptimizerState<S>) where S.Accumulator == Wide {
    let length = state.slots[2].item
    if length != 0 { last = (state.slots[0], length, state.slots[1]) }
    history = LimitedMemory(
      stride(from: 3, to: state.slots.count, by: 3).map {
        LimitedMemory.Pair(
          step: state.slots[$0], gradientChange: state.slots[$0 + 1], reciprocal: state.slots[$0 + 2].item)
      })
  }

  func store<S: Scalar>(in state: inout OptimizerState<S>) where S.Accumulator == Wide {
    if let last {
      state.slots[0] = last.direction
      state.slots[1] = last.gradient
      state.slots[2] = Tensor([1], repeating: last.step)
    }
    state.slots.removeSubrange(3...)
    state.slotNames.removeSubrange(3...)
    for (index, pair) in history.pairs.enumerated() {
      state.append("step.\(index)", pair.step)
      state.append("gradientChange.\(index)", pair.gradientChange)
      state.append("reciprocal.\(index)", Tensor([1], repeating: pair.reciprocal))
    }
  }
}
