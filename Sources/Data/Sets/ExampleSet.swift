/// Examples that an objective is computed on; a batch names some of them by index.
public protocol ExampleSet: Sendable {
  /// The number of examples.
  var count: Int { get }
}

/// Some examples of a set, in an order.
public struct Batch<Examples: ExampleSet>: Sendable {
  /// The set.
  public let examples: Examples
  /// Which of its examples, by index.
  public let indices: ArraySlice<Int>

  /// The examples of the given indices.
  public init(_ examples: Examples, indices: ArraySlice<Int>) {
    self.examples = examples
    self.indices = indices
  }

  /// All examples of a set, in order.
  public init(all examples: Examples) { self.init(examples, indices: Array(0..<examples.count)[...]) }

  /// The number of examples.
  public var count: Int { indices.count }
}
