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
