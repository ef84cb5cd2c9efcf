/// What an operation is applied to: the values of its arguments, and where to keep what its pullback will need.
public struct Arguments<S: Scalar> {
  let tape: Tape<S>
  let edges: Range<Int>

  /// The number of arguments.
  public var count: Int { edges.count }

  /// The value of an argument, lent, not copied.
  public subscript(index: Int) -> Tensor<S> {
    _read { yield tape.nodes[Int(tape.edges[edges.lowerBound + index])].value }
  }

  /// Keeps a tensor for the pullback, which finds it under `saved` in the order of saving.
  public func save(_ tensor: Tensor<S>) { tape.saved.append(tensor) }

  /// The pool of the tape, for tensors made from scratch.
  public var pool: StoragePool { _read { yield tape.pool } }
}
