extension Tape {
  /// Makes the values of a model's parameters, and its state, available to its layers, until the next reset.
  ///
  /// Without a state the model begins with that before its first step.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func bind(_ parameters: ParameterVector<S>, state: ModelState<S>? = nil) {
    require(self.parameters == nil, "parameters are already bound: reset the tape first")
    self.parameters = parameters
    modelState = state ?? ModelState(parameters.layout)
    require(
      modelState.tensors.count == parameters.layout.stateSlots.count,
      "a state of \(modelState.tensors.count) tensors for a model with \(parameters.layout.stateSlots.count)")
    for _ in parameters.layout.segments { parameterNodes.append(-1) }
    streamUses.append(contentsOf: repeatElement(0, count: parameters.layout.randomSlots.count))
  }

  /// The value of a parameter slot as a variable; the same variable at every use, so that gradients of all uses add up.
  public subscript(parameter: Parameter) -> Variable<S> { Variable(tape: self, node: node(of: parameter)) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func node(of parameter: Parameter) -> Int {
    guard let index = parameters?.layout.index(of: parameter) else {
      fatalError("no parameters are bound to the tape: call bind(_:) first")
    }
    if parameterNodes[index] < 0 {
      parameterNodes[index] = Int32(nodes.count)
      nodes.append(Node(value: parameters![index], needsCotangent: true))
    }
    return Int(parameterNodes[index])
  }

  /// The random numbers of a slot for one use in this pass.
  public func randomStream(_ slot: RandomSlot) -> RandomStream {
    guard let parameters else { fatalError("no parameters are bound to the tape: call bind(_:) first") }
    guard let index = parameters.layout.randomSlots[ObjectIdentifier(slot)] else {
      fatalError("a random slot is not part of the model: layers must be stored properties of it")
    }
    streamUses[index] += 1
    let stream = RandomStream(seed: pass.seed, purpose: .dropout, index: index)
    return stream.substream(pass.step).substream(streamUses[index])
  }
}
