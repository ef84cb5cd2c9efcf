import GlissadeTraining

/// The parameters and the state with which a case begins and ends, under PyTorch's names.
struct GoldenWeights {
  private let item: GoldenCase
  private let names: [String: [String]]
  private let layout: ParameterLayout
  /// The parameters at the start.
  let parameters: ParameterVector<Double>

  init(_ item: GoldenCase, _ network: some Layer, _ layout: ParameterLayout) throws {
    self.item = item
    self.layout = layout
    names = PyTorchNames(of: network).names(in: layout)
    parameters = try Self.vector(item.value["params"], names, layout)
  }

  /// The state at the start.
  func state<S: Scalar>(as type: S.Type) throws -> ModelState<S> {
    try Self.state(item.value["buffers"], names, layout)
  }

  /// Compares where parameters and state ended.
  func compare(
    _ parameters: ParameterVector<Double>, _ state: [[Double]], _ comparison: inout GoldenComparison
  ) throws {
    let wanted = try Self.vector(try item.expected("params"), names, layout)
    for (index, segment) in layout.segments.enumerated() {
      comparison.compare(parameters[index].elements, wanted[index].elements, "\(segment.name) at the end")
    }
    for (name, value) in item.value["expected"]?["buffers"]?.object ?? [:] {
      comparison.compare(state[try Self.stateIndex(name, names, layout)], value, "\(name) at the end")
    }
  }

  /// Buffers of a state dictionary as a state.
  static func state<S: Scalar>(
    _ buffers: JSONValue?, _ names: [String: [String]], _ layout: ParameterLayout
  ) throws -> ModelState<S> {
    var result = ModelState<S>(layout)
    for (name, value) in buffers?.object ?? [:] {
      let index = try stateIndex(name, names, layout)
      result.tensors[index] = Tensor(result.tensors[index].shape, value.flatNumbers.map { S.Accumulator($0) })
    }
    return result
  }

  /// Where in a state the buffer of a name in PyTorch stands.
  static func stateIndex(_ name: String, _ names: [String: [String]], _ layout: ParameterLayout) throws -> Int {
    let ours = names[name]?.first ?? name
    guard let index = layout.stateSlots.firstIndex(where: { $0.name == ours }) else {
      throw GoldenUnsupported("there is no state '\(name)'")
    }
    return index
  }

  /// Tensors of a state dictionary as a vector of all parameters.
  static func vector(
    _ tensors: JSONValue?, _ names: [String: [String]], _ layout: ParameterLayout
  ) throws -> ParameterVector<Double> {
    var result = ParameterVector<Double>.zeros(layout)
    var left = Set(layout.segments.map(\.name))
    for (name, value) in tensors?.object ?? [:] {
      var numbers = value.flatNumbers[...]
      for ours in names[name] ?? [name] {
        guard let segment = layout.segments.first(where: { $0.name == ours }) else {
          throw GoldenUnsupported("there is no parameter '\(ours)'")
        }
        result[ours] = Tensor(segment.shape, Array(numbers.prefix(segment.range.count)))
        numbers = numbers.dropFirst(segment.range.count)
        left.remove(ours)
      }
      guard numbers.isEmpty else { throw GoldenUnsupported("'\(name)' has more numbers than our parameters") }
    }
    guard left.isEmpty else { throw GoldenUnsupported("the case has no \(left.sorted().joined(separator: ", "))") }
    return result
  }
}
