import GlissadeTraining

/// Runs cases of the families `layers` and `losses`: outputs, gradients by inputs and parameters, state afterwards.
enum GoldenModules {
  /// Translations by class.
  static let makers: [String: GoldenModule.Maker] = {
    var result: [String: GoldenModule.Maker] = [:]
    for table in [
      basicLayers, activations, basicLosses, crossEntropies, marginLosses, optaxLosses, normalizationLayers,
      sequenceLosses, sequenceLayers, images,
    ] {
      result.merge(table) { _, _ in fatalError("two tables translate the same class") }
    }
    return result
  }()

  static func run(_ item: GoldenCase) throws -> GoldenOutcome {
    let hyper = item.hyper
    guard let make = makers[item.className] else {
      throw GoldenUnsupported("there is no translation of \(item.className)")
    }
    let module = try make(hyper)
    try hyper.requireAllRead()
    // Cases of an evaluation say so in their names; only modules with state differ.
    let isTraining = module.isTraining && !item.name.hasSuffix(".eval")
    let tape = Tape<Double>(pass: isTraining ? .training(seed: 0, step: 0) : .evaluation)
    let parameters = try GoldenWeights.vector(item.value["params"], module.names, module.layout)
    tape.bind(
      parameters, state: try GoldenWeights.state(item.value["buffers"], module.names, module.layout))
    let inputs = try GoldenInputs(item.value["inputs"]?.object ?? [:], on: tape)
    let outputs = try module.forward(inputs)
    var comparison = GoldenComparison(item.tolerance)
    try compareOutputs(item, outputs, &comparison)
    try compareGradients(item, module, inputs, outputs, &comparison)
    for (name, wanted) in item.value["expected"]?["buffers_after"]?.object ?? [:] {
      let index = try GoldenWeights.stateIndex(name, module.names, module.layout)
      comparison.compare(tape.modelState.tensors[index].doubles, wanted, "\(name) afterwards")
    }
    return comparison.outcome
  }

  /// What is expected of an output: of a layer by name, of a loss its value.
  private static func compareOutputs(
    _ item: GoldenCase, _ outputs: [String: Variable<Double>], _ comparison: inout GoldenComparison
  ) throws {
    let expected = item.value["expected"]
    let wanted = expected?["outputs"]?.object ?? expected?["value"].map { ["value": $0] } ?? [:]
    for (name, value) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let output = outputs[name] else { throw GoldenUnsupported("there is no output '\(name)'") }
      comparison.compare(output.value.doubles, value, name)
    }
  }

  private static func compareGradients(
    _ item: GoldenCase, _ module: GoldenModule, _ inputs: GoldenInputs, _ outputs: [String: Variable<Double>],
    _ comparison: inout GoldenComparison
  ) throws {
    let tape = inputs.tape
    var total = tape.constant(0)
    for (name, output) in outputs.sorted(by: { $0.key < $1.key }) {
      guard let upstream = item.value["upstream"]?[name] ?? (name == "value" ? item.value["upstream"] : nil) else {
        total = total + output.sum()
        continue
      }
      let cotangent = try upstream.tensor()
      guard cotangent.count == output.shape.count else {
        throw GoldenUnsupported("'\(name)' has shape \(output.shape), its cotangent \(cotangent.shape)")
      }
      total = total + (output * tape.constant(cotangent.reshaped(to: output.shape))).sum()
    }
    let wantedInputs = (item.value["expected"]?["input_grads"]?.object ?? [:]).sorted { $0.key < $1.key }
    let wantedParameters = (item.value["expected"]?["param_grads"]?.object ?? [:]).sorted { $0.key < $1.key }
    let slots = wantedParameters.flatMap { name, _ in (module.names[name] ?? [name]).map { slot($0, module.layout) } }
    let variables = try wantedInputs.map { try inputs.variable($0.key) } + slots.compactMap { $0.map { tape[$0] } }
    let gradients = tape.gradient(of: total, by: variables)
    for (index, (name, wanted)) in wantedInputs.enumerated() {
      comparison.compare(gradients[index].doubles, wanted, "the gradient by \(name)")
    }
    var next = wantedInputs.count
    for (name, wanted) in wantedParameters {
      let count = (module.names[name] ?? [name]).count
      let numbers = gradients[next..<next + count].flatMap(\.doubles)
      next += count
      comparison.compare(numbers, wanted, "the gradient by \(name)")
    }
  }

  private static func slot(_ name: String, _ layout: ParameterLayout) -> Parameter? {
    layout.segments.firstIndex { $0.name == name }.map { layout.slots[$0] }
  }
}
