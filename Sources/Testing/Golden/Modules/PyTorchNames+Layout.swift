import GlissadeLayers

extension PyTorchNames {
  /// The names in a layout of what each tensor of theirs holds.
  func names(in layout: ParameterLayout) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for entry in entries {
      result[entry.name] =
        entry.state.map { state in layout.stateSlots.filter { $0.slot === state }.map(\.name) }
        ?? entry.parameters.map { layout.segments[layout.index(of: $0)].name }
    }
    return result
  }
}
