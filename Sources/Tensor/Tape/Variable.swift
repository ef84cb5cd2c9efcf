/// A value on a tape, through which gradients flow.
public struct Variable<S: Scalar> {
  /// The tape on which the value was recorded.
  public let tape: Tape<S>
  let node: Int
  let generation: Int

  init(tape: Tape<S>, node: Int) {
    self.tape = tape
    self.node = node
    generation = tape.generation
  }

  /// The tensor.
  public var value: Tensor<S> {
    @_specialize(where S == Float)
    @_specialize(where S == Double)
    get {
      require(generation == tape.generation, "a variable was used after its tape was reset")
      return tape.nodes[node].value
    }
  }

  /// The sizes of the axes.
  public var shape: Shape { value.shape }

  /// The same value as a constant: no gradient flows back through it.
  public func stopGradient() -> Variable { tape.constant(value) }

  /// The result of an operation on this value.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func applying(_ operation: some Differentiable) -> Variable {
    let start = tape.edges.count
    tape.append(edge: self)
    return tape.record(operation, edgesFrom: start)
  }

  /// The result of an operation on this value and another.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func applying(_ operation: some Differentiable, _ second: Variable) -> Variable {
    let start = tape.edges.count
    tape.append(edge: self)
    tape.append(edge: second)
    return tape.record(operation, edgesFrom: start)
  }

  /// The result of an operation on this value and two others.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func applying(_ operation: some Differentiable, _ second: Variable, _ third: Variable) -> Variable {
    let start = tape.edges.count
    tape.append(edge: self)
    tape.append(edge: second)
    tape.append(edge: third)
    return tape.record(operation, edgesFrom: start)
  }

  /// The result of an operation on this value and those of one or two of the model's parameters.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func applying(_ operation: some Differentiable, _ first: Parameter, _ second: Parameter?) -> Variable {
    let start = tape.edges.count
    tape.append(edge: self)
    tape.edges.append(Int32(tape.node(of: first)))
    if let second { tape.edges.append(Int32(tape.node(of: second))) }
    return tape.record(operation, edgesFrom: start)
  }

  /// The result of an operation on any number of values, at least one.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public static func applying(_ operation: some Differentiable, to arguments: [Variable]) -> Variable {
    require(!arguments.isEmpty, "\(operation.name) was applied to nothing")
    let tape = arguments[0].tape
    let start = tape.edges.count
    for argument in arguments { tape.append(edge: argument) }
    return tape.record(operation, edgesFrom: start)
  }
}
