/// An operation as it stands on a tape, for those who look on: monitors, and the search for what went wrong.
public struct RecordedOperation<S: Scalar> {
  /// Its place among the operations of the pass, from 1.
  public let number: Int
  /// The operation's own name, such as `Affine` or `Affine with relu`.
  public let name: String
  /// The names of the parameters among its arguments.
  public let parameters: [String]
  /// Its value.
  public let value: Tensor<S>

  /// Whether it is a rectified linear unit, or another operation with one behind it.
  public var rectifies: Bool { name == "relu" || name.hasSuffix(" with relu") }

  /// What it is called in messages: its place, its name, and the parameters that it works with.
  public var label: String {
    "\(number) \(name)" + (parameters.isEmpty ? "" : " of \(parameters.joined(separator: ", "))")
  }
}

extension Tape {
  /// The operations recorded since the last reset, in order.
  public var operations: [RecordedOperation<S>] {
    var result: [RecordedOperation<S>] = []
    let names = parameterNames
    for node in nodes.indices where nodes[node].isOperation {
      result.append(operation(at: node, number: result.count + 1, names))
    }
    return result
  }

  /// The names of the parameters that are on the tape, by node.
  var parameterNames: [Int: String] {
    var names: [Int: String] = [:]
    for index in parameterNodes.indices where parameterNodes[index] >= 0 {
      names[Int(parameterNodes[index])] = parameters?.layout.segments[index].name
    }
    return names
  }

  func operation(at node: Int, number: Int, _ names: [Int: String]) -> RecordedOperation<S> {
    RecordedOperation(
      number: number, name: nodes[node].operationName,
      parameters: nodes[node].edges.compactMap { names[Int(edges[$0])] }, value: nodes[node].value)
  }
}
