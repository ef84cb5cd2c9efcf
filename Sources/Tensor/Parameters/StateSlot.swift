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

/// The values of a model's state slots: explicit, a value to save, restore and compare.
public struct ModelState<S: Scalar>: Sendable, Equatable {
  /// The tensors, in the order of the layout's state slots.
  public var tensors: [Tensor<S.Accumulator>]
  /// Their names, the paths of properties from the model to the slots.
  public let names: [String]

  /// The state of a model before its first step.
  public init(_ layout: ParameterLayout) {
    names = layout.stateSlots.map(\.name)
    tensors = layout.stateSlots.map { Tensor($0.slot.shape, repeating: S.Accumulator($0.slot.initialValue)) }
  }

  /// The tensor of the slot of a given name, nil where there is none.
  public subscript(name: String) -> Tensor<S.Accumulator>? { names.firstIndex(of: name).map { tensors[$0] } }
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
