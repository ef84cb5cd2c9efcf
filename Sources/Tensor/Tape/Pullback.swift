/// One operation on its way back: the cotangent of its output, its arguments, and the cotangents to add to.
public struct Pullback<S: Scalar> {
  let tape: Tape<S>
  let node: Int

  /// The derivative of the final result by this operation's output, of the output's shape.
  public internal(set) var cotangent: Tensor<S>

  /// The value of an argument, lent, not copied.
  public subscript(index: Int) -> Tensor<S> { _read { yield tape.nodes[argument(index)].value } }

  /// The number of arguments.
  public var count: Int { tape.nodes[node].edges.count }

  /// The operation's value.
  public var output: Tensor<S> { _read { yield tape.nodes[node].value } }

  /// A tensor that the operation saved when it was applied.
  public func saved(_ index: Int) -> Tensor<S> {
    let range = tape.nodes[node].saved
    require(index < range.count, "the operation saved \(range.count) tensors, not \(index + 1)")
    return tape.saved[range.lowerBound + index]
  }

  /// Whether anything before this argument wants its cotangent; work for one that is not needed can be left out.
  public func needs(_ index: Int) -> Bool { tape.nodes[argument(index)].needsCotangent }

  /// Adds to the cotangent of an argument; traps where the shapes differ.
  public func add(_ term: Tensor<S>, to index: Int) {
    let argument = argument(index)
    guard tape.nodes[argument].needsCotangent else { return }
    let shape = tape.nodes[argument].value.shape
    require(
      term.shape == shape,
      "\(tape.nodes[node].operationName): argument \(index) has shape \(shape), its cotangent shape \(term.shape)")
    tape.addCotangent(term, to: argument)
  }

  /// Lets `body` add to the cotangent of an argument in place, without a tensor in between.
  ///
  /// `body` gets the cotangent so far and whether it holds anything: if not, it must be overwritten, not added to.
  @inline(__always)
  public func accumulate(into index: Int, _ body: (_ cotangent: inout Tensor<S>, _ accumulating: Bool) -> Void) {
    let argument = argument(index)
    guard tape.nodes[argument].needsCotangent else { return }
    var (cotangent, holdsValue) = tape.takeCotangent(of: argument)
    body(&cotangent, holdsValue)
    tape.putCotangent(consume cotangent, of: argument)
  }

  private func argument(_ index: Int) -> Int { Int(tape.edges[tape.nodes[node].edges.lowerBound + index]) }
}
