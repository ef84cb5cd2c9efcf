/// The tensors of a model as a PyTorch module of the same parts names and lays them out in its state dictionary.
///
/// Layouts are PyTorch's throughout: a dense weight is [outputs, inputs], a convolution's [outputs, inputs/groups, kernel…], a
/// transposed convolution's [inputs, outputs/groups, kernel…], the gates of recurrent layers in its order. So a tensor of theirs is one of
/// ours, or several whose rows come one after the other (the projections of an attention, `in_proj_weight`).
public struct PyTorchNames: Sendable {
  /// A tensor of the state dictionary.
  public struct Entry: Sendable {
    /// PyTorch's name.
    public let name: String
    /// The parameters that it holds, rows one after the other; none for state.
    public let parameters: [Parameter]
    /// The state that it holds.
    public let state: StateSlot?

    /// The sizes of the axes.
    public var shape: Shape {
      guard let first = parameters.first else { return state?.shape ?? .scalar }
      guard parameters.count > 1 else { return first.shape }
      return Shape([parameters.reduce(0) { $0 + $1.shape[0] }] + first.shape.sizesArray.dropFirst())
    }
  }

  /// The tensors; a parameter that is used twice comes under both names, as in PyTorch.
  public let entries: [Entry]

  /// The tensors of a model.
  public init(of model: some Sendable) {
    var collector = SlotCollector(usesPyTorchNames: true)
    collector.collectContents(of: model)
    entries =
      collector.parameters.map { Entry(name: $0.name, parameters: [$0.parameter], state: nil) }
      + collector.joined.map { Entry(name: $0.name, parameters: $0.parts, state: nil) }
      + collector.stateSlots.map { Entry(name: $0.name, parameters: [], state: $0.slot) }
  }
}
