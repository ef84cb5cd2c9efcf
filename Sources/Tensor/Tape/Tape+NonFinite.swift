/// Where a computation first became infinite or NaN.
public struct NonFiniteOrigin: Sendable, Hashable, CustomStringConvertible {
  /// The parts of a step in which that can happen.
  public enum Direction: String, Sendable {
    /// A parameter or an input was so before anything was computed.
    case given
    /// The value of an operation.
    case forward
    /// The cotangents that an operation passes back.
    case backward
  }

  /// In which part of the step.
  public let direction: Direction
  /// What became so: the operation with its number, or the parameter or input.
  public let label: String

  /// An origin in a part of a step.
  public init(direction: Direction, label: String) {
    self.direction = direction
    self.label = label
  }

  /// The origin in words, as they follow "first".
  public var description: String {
    switch direction {
    case .given: "in \(label)"
    case .forward: "in the value of operation \(label)"
    case .backward: "in what operation \(label) passes back"
    }
  }
}

extension Tape {
  /// What first became infinite or NaN in a computation that was recorded, or in the gradient of its result times a factor;
  /// nil if nothing did.
  ///
  /// Walks over the tape, and pulls back once more, looking at every tensor on the way: slow, and only for a computation that
  /// has gone wrong. The −∞ of a mask, and what operations make of it, is no mistake as long as it stays −∞.
  public func firstNonFinite(of result: Variable<S>, scaledBy factor: Double = 1) -> NonFiniteOrigin? {
    let names = parameterNames
    var masked: Set<Int> = []
    var number = 0
    for node in 0...result.node {
      let isOperation = nodes[node].isOperation
      if isOperation { number += 1 }
      guard !nodes[node].value.isFinite else { continue }
      let comesFromMask =
        isOperation ? nodes[node].edges.contains { masked.contains(Int(edges[$0])) } : names[node] == nil
      if comesFromMask && nodes[node].value.reduced(.maximum) < .infinity {
        masked.insert(node)
      } else if isOperation {
        return NonFiniteOrigin(direction: .forward, label: operation(at: node, number: number, names).label)
      } else {
        return NonFiniteOrigin(direction: .given, label: names[node] ?? "the input")
      }
    }
    return firstNonFiniteCotangent(of: result, factor, names)
  }

  private func firstNonFiniteCotangent(
    of result: Variable<S>, _ factor: Double, _ names: [Int: String]
  ) -> NonFiniteOrigin? {
    defer { for node in nodes.indices { nodes[node].cotangent = nil } }
    for node in nodes.indices { nodes[node].cotangent = nil }
    addCotangent(Tensor(result.shape, repeating: S(factor), pool: pool), to: result.node)
    for node in stride(from: result.node, through: 0, by: -1) {
      guard nodes[node].isOperation, nodes[node].needsCotangent, let cotangent = nodes[node].cotangent
      else { continue }
      nodes[node].operation.pullback(Pullback(tape: self, node: node, cotangent: cotangent))
      guard nodes[node].edges.allSatisfy({ nodes[Int(edges[$0])].cotangent?.isFinite ?? true }) else {
        let number = (0...node).count { nodes[$0].isOperation }
        return NonFiniteOrigin(direction: .backward, label: self.operation(at: node, number: number, names).label)
      }
    }
    return nil
  }
}
