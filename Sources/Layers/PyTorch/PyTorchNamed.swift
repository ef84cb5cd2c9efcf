/// A layer, or what holds its weights, whose tensors have other names in a state dictionary of PyTorch than its properties here.
///
/// ```swift
/// extension Block: PyTorchNamed {
///   func collectPyTorchSlots(into collector: inout SlotCollector) {
///     collector.collect(norm, named: "ln_1")
///     collector.collect(rowsOf: [query.weight, key.weight, value.weight], named: "attn.c_attn.weight")
///   }
/// }
/// ```
public protocol PyTorchNamed: Sendable {
  /// Shows the slots to a collector under PyTorch's names.
  func collectPyTorchSlots(into collector: inout SlotCollector)
}
