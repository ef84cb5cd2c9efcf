extension CheckpointFile {
  /// Adds a trainer's parameters under their own names behind `prefix`, and everything else behind `prefix` too.
  mutating func set<S: Scalar>(_ prefix: String, _ snapshot: TrainerSnapshot<S>) {
    set("\(prefix)step", snapshot.step)
    set("\(prefix)epoch", snapshot.epoch)
    let segments = snapshot.parameters.layout.segments
    set("\(prefix)parameters", segments.map(\.name).joined(separator: "\n"))
    for (index, segment) in segments.enumerated() { set(prefix + segment.name, snapshot.parameters[index]) }
    set("\(prefix)state", snapshot.modelState.names.joined(separator: "\n"))
    for (name, tensor) in zip(snapshot.modelState.names, snapshot.modelState.tensors) {
      set("\(prefix)state/\(name)", tensor)
    }
    set("\(prefix)optimizer", snapshot.state)
  }

  /// The trainer behind `prefix`, whose parameters must be those of the layout.
  func snapshot<S: Scalar>(_ prefix: String, layout: ParameterLayout) throws -> TrainerSnapshot<S> {
    guard try lines("\(prefix)parameters") == layout.segments.map(\.name) else {
      throw CheckpointError.otherRun("its parameters are not those of the model")
    }
    var parameters = ParameterVector<S>.zeros(layout)
    for (index, segment) in layout.segments.enumerated() {
      parameters.replace(index, with: try tensor(prefix + segment.name, shape: segment.shape))
    }
    var modelState = ModelState<S>(layout)
    guard try lines("\(prefix)state") == modelState.names else {
      throw CheckpointError.otherRun("its state is not that of the model's layers")
    }
    for (index, name) in modelState.names.enumerated() {
      modelState.tensors[index] = try tensor("\(prefix)state/\(name)", shape: modelState.tensors[index].shape)
    }
    return TrainerSnapshot(
      parameters: parameters, modelState: modelState, state: try optimizerState("\(prefix)optimizer"),
      step: try integer("\(prefix)step"), epoch: try integer("\(prefix)epoch"))
  }

  /// Adds the state of an optimizer, with those of what it wraps under `name.0`, `name.1`, ….
  private mutating func set<S: Scalar>(_ name: String, _ state: OptimizerState<S>) {
    set("\(name).step", state.step)
    set("\(name).numbers", state.numbers)
    set("\(name).slots", state.slotNames.joined(separator: "\n"))
    for (index, slot) in state.slots.enumerated() { set("\(name)/\(index) \(state.slotNames[index])", slot) }
    set("\(name).inner", state.inner.count)
    for (index, inner) in state.inner.enumerated() { set("\(name).\(index)", inner) }
  }

  private func optimizerState<S: Scalar>(_ name: String, depth: Int = 0) throws -> OptimizerState<S> {
    guard depth < 64 else { throw CheckpointError.damaged("an optimizer wraps more than 64 others") }
    var state = OptimizerState<S>()
    state.step = try integer("\(name).step")
    state.numbers = try numbers("\(name).numbers")
    for (index, slot) in try lines("\(name).slots").enumerated() {
      guard !state.slotNames.contains(slot) else {
        throw CheckpointError.damaged("an optimizer has two slots called '\(slot)'")
      }
      state.append(slot, try tensor("\(name)/\(index) \(slot)"))
    }
    // Each must have its entries, so a number that is too large ends with an error soon.
    for index in 0..<(try integer("\(name).inner")) {
      state.inner.append(try optimizerState("\(name).\(index)", depth: depth + 1))
    }
    return state
  }

  /// Adds what monitors and warnings remember.
  mutating func set<S: Scalar>(_ monitors: [MonitorState<S>], _ warnings: WarningRecords) {
    set("monitors", monitors.count)
    for (index, state) in monitors.enumerated() {
      set("monitors.\(index).numbers", state.numbers)
      let names = state.vectors.keys.sorted()
      set("monitors.\(index).vectors", names.joined(separator: "\n"))
      for name in names { if let vector = state.vectors[name] { set("monitors/\(index) \(name)", vector) } }
    }
    set("warnings", warnings.records.count)
    for (index, record) in warnings.records.enumerated() { set("warnings.\(index)", record) }
  }

  func monitorStates<S: Scalar>(layout: ParameterLayout) throws -> [MonitorState<S>] {
    var result: [MonitorState<S>] = []
    for index in 0..<(try integer("monitors")) {
      var state = MonitorState<S>()
      state.numbers = try numbers("monitors.\(index).numbers")
      for name in try lines("monitors.\(index).vectors") {
        state.vectors[name] = try tensor("monitors/\(index) \(name)", shape: [layout.count])
      }
      result.append(state)
    }
    return result
  }

  func warningRecords() throws -> WarningRecords {
    var result = WarningRecords(count: 0)
    for index in 0..<(try integer("warnings")) { result.records.append(try numbers("warnings.\(index)")) }
    return result
  }
}
