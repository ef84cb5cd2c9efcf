/// Gathers the parameter slots of a model under the paths of properties that lead to them.
///
/// Runs once when a layout is made, never while training.
public struct SlotCollector {
  /// Whether layers that have other names in PyTorch give those.
  let usesPyTorchNames: Bool
  /// Parameters under several names, and several as one: what only PyTorch's names need.
  private(set) var joined: [(name: String, parts: [Parameter])] = []
  private(set) var parameters: [(name: String, parameter: Parameter)] = []
  private(set) var randomSlots: [RandomSlot] = []
  private(set) var stateSlots: [(name: String, slot: StateSlot)] = []
  private var path: [String] = []

  init(usesPyTorchNames: Bool = false) { self.usesPyTorchNames = usesPyTorchNames }

  /// Adds what a property holds: a slot, a layer, or an array, optional or plain value with some in it.
  public mutating func collect(_ value: some Any, named name: String) {
    path.append(name)
    defer { path.removeLast() }
    switch value {
    case let parameter as Parameter: parameters.append((path.joined(separator: "."), parameter))
    case let slot as RandomSlot: randomSlots.append(slot)
    case let slot as StateSlot: stateSlots.append((path.joined(separator: "."), slot))
    case let layer as any PyTorchNamed where usesPyTorchNames: layer.collectPyTorchSlots(into: &self)
    case let layer as any Layer: layer.collectSlots(into: &self)
    default:
      let mirror = Mirror(reflecting: value)
      switch mirror.displayStyle {
      case .optional:
        // An optional's only child is its value, which takes the optional's name.
        path.removeLast()
        for child in mirror.children { collect(child.value, named: name) }
        path.append(name)
      case .collection, .tuple:
        for (index, child) in mirror.children.enumerated() { collect(child.value, named: "\(index)") }
      case .dictionary:
        // Each child is a pair of key and value; the order of the keys' names does not change from run to run.
        let pairs = mirror.children.map { Array(Mirror(reflecting: $0.value).children.map(\.value)) }
        let named = pairs.map { (name: "\($0[0])", value: $0[1]) }
        for entry in named.sorted(by: { $0.name < $1.name }) { collect(entry.value, named: entry.name) }
      case .struct, .enum: collectProperties(of: value)
      default: break
      }
    }
  }

  /// Adds what a whole model holds, without a name before those of its parts.
  public mutating func collectContents(of model: some Any) {
    switch model {
    case let named as any PyTorchNamed where usesPyTorchNames: named.collectPyTorchSlots(into: &self)
    case let layer as any Layer: layer.collectSlots(into: &self)
    default: collectProperties(of: model)
    }
  }

  /// Adds parameters as one tensor that has their rows one after the other, under a name; nil stands for one that is not there.
  public mutating func collect(rowsOf parts: [Parameter?], named name: String) {
    let parts = parts.compactMap(\.self)
    guard !parts.isEmpty else { return }
    joined.append(((path + [name]).joined(separator: "."), parts))
  }

  /// Adds what each stored property holds, under the property's name.
  public mutating func collectProperties(of value: some Any) {
    for child in Mirror(reflecting: value).children {
      if let label = child.label { collect(child.value, named: label) }
    }
  }
}

extension ParameterLayout {
  /// The layout of a model's parameters, in the order of its properties.
  public init(of model: some Layer) {
    var collector = SlotCollector()
    model.collectSlots(into: &collector)
    self.init(collector.parameters, randomSlots: collector.randomSlots, stateSlots: collector.stateSlots)
  }
}
