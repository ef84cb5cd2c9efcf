/// A slot for numbers that a layer keeps from step to step without training them: the running mean of a batch
/// normalization, say.
///
/// Like a `Parameter` it has an identity and no values; these live in a `ModelState`, in the accumulator's type.
public final class StateSlot: Sendable {
  /// The sizes of the axes.
  public let shape: Shape
  /// What every element is before the first step.
  public let initialValue: Double

  /// A slot of the given shape.
  public init(_ shape: Shape, initialValue: Double = 0) {
    self.shape = shape
    self.initialValue = initialValue
  }
}

extension Tape {
  /// What a state slot holds in this pass.
  public subscript(slot: StateSlot) -> Tensor<S.Accumulator> { modelState.tensors[index(of: slot)] }

  /// Puts other numbers in a state slot; whoever runs the passes finds them in `modelState` afterwards.
  public func update(_ slot: StateSlot, to tensor: Tensor<S.Accumulator>) {
    require(tensor.shape == slot.shape, "a state of shape \(slot.shape) cannot become one of shape \(tensor.shape)")
    modelState.tensors[index(of: slot)] = tensor
  }

  private func index(of slot: StateSlot) -> Int {
    guard let parameters else { fatalError("no parameters are bound to the tape: call bind(_:) first") }
    guard let index = parameters.layout.stateIndices[ObjectIdentifier(slot)] else {
      fatalError("a state slot is not part of the model: layers must be stored properties of it")
    }
    return index
  }
}
