/// A record of the operations that led to a result, from which gradients are computed backwards.
///
/// A tape is used step after step: record a computation on variables, pull back from its result, `reset()`. Memory of
/// intermediate results comes from the tape's pool and returns there, so a step like the one before allocates none.
/// A tape belongs to one thread at a time.
public final class Tape<S: Scalar> {
  /// Where the values of this tape take their memory from.
  public let pool: StoragePool
  /// What layers may ask about the pass that is being recorded.
  public var pass: Pass

  /// The state of the model whose parameters are bound, as layers have left it so far.
  @exclusivity(unchecked) public internal(set) var modelState = ModelState<S>(ParameterLayout([]))

  // Unchecked, for looking for overlaps took a twelfth of a small step. While an operation is lent a value, or pulls back, others
  // may be read, saved and accumulated, but nothing is recorded and nothing reset: nodes do not move.
  @exclusivity(unchecked) var nodes = Stack<Node<S>>()
  @exclusivity(unchecked) var edges = Stack<Int32>()
  @exclusivity(unchecked) var saved = Stack<Tensor<S>>()
  @exclusivity(unchecked) var generation = 0
  /// Whether something has been pulled back since the last reset.
  @exclusivity(unchecked) var holdsCotangents = false
  /// What gradients are pulled back from, written anew for each.
  @exclusivity(unchecked) var seed: Tensor<S>
  @exclusivity(unchecked) var parameters: ParameterVector<S>?
  @exclusivity(unchecked) var parameterNodes = Stack<Int32>()
  @exclusivity(unchecked) var streamUses: [Int] = []

  /// An empty tape, of its own pool unless one is given.
  public init(pool: StoragePool = StoragePool(), pass: Pass = .evaluation) {
    self.pool = pool
    self.pass = pass
    seed = Tensor(1, pool: pool)
  }

  /// The number of nodes recorded since the last reset: variables and operations.
  public var count: Int { nodes.count }

  /// The number of operations among them.
  @exclusivity(unchecked) public private(set) var operationCount = 0

  /// Forgets everything recorded and gives its memory back to the pool; variables of before become invalid.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func reset() {
    while let last = nodes.indices.last {
      nodes[last].cotangent?.recycle()
      nodes[last].value.recycle()
      nodes.removeLast()
    }
    while let last = saved.indices.last {
      saved[last].recycle()
      saved.removeLast()
    }
    edges.removeAll()
    parameters = nil
    parameterNodes.removeAll()
    streamUses.removeAll(keepingCapacity: true)
    operationCount = 0
    holdsCotangents = false
    generation += 1
  }

  /// A variable whose gradient can be asked for.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func variable(_ value: consuming Tensor<S>) -> Variable<S> { leaf(value, needsCotangent: true) }

  /// A value that gradients do not flow into.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func constant(_ value: consuming Tensor<S>) -> Variable<S> { leaf(value, needsCotangent: false) }

  /// A number that gradients do not flow into.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func constant(_ value: Double) -> Variable<S> { constant(Tensor(S(value), pool: pool)) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func leaf(_ value: consuming Tensor<S>, needsCotangent: Bool) -> Variable<S> {
    nodes.append(Node(value: value, needsCotangent: needsCotangent))
    return Variable(tape: self, node: nodes.count - 1)
  }

  /// Applies an operation and records it.
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  func record(_ operation: some Differentiable, edgesFrom start: Int) -> Variable<S> {
    let range = start..<edges.count
    let savedStart = saved.count
    let value = operation.value(Arguments(tape: self, edges: range))
    var needsCotangent = false
    for edge in range where nodes[Int(edges[edge])].needsCotangent { needsCotangent = true }
    nodes.append(
      Node(
        value: value, operation: operation, edges: range, saved: savedStart..<saved.count,
        needsCotangent: needsCotangent))
    operationCount += 1
    return Variable(tape: self, node: nodes.count - 1)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func append(edge variable: Variable<S>) {
    require(variable.tape === self, "an operation was applied to variables of two tapes")
    require(variable.generation == generation, "a variable was used after its tape was reset")
    edges.append(Int32(variable.node))
  }
}

/// A value on a tape: a leaf, or an operation's result with what its pullback needs.
struct Node<S: Scalar> {
  var value: Tensor<S>
  // Not an optional, of which a copy would be looked at.
  var operation: any Differentiable = Leaf()
  var edges = 0..<0
  var saved = 0..<0
  var needsCotangent: Bool
  var cotangent: Tensor<S>?
  /// Whether the cotangent holds anything: the region of a gradient vector is there before it is written.
  var cotangentHoldsValue = false

  /// An operation has arguments, a variable none.
  var isOperation: Bool { !edges.isEmpty }

  var operationName: String { operation.name }
}

/// What a variable has in place of an operation.
private struct Leaf: Differentiable {
  var name: String { "a variable" }
  func value<S: Scalar>(_ arguments: Arguments<S>) -> Tensor<S> { fatalError("a variable is not computed") }
  func pullback<S: Scalar>(_ step: Pullback<S>) {}
}
