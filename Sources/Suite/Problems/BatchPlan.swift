/// How training examples make batches.
public struct BatchPlan: Sendable, Hashable {
  /// Examples a step, nil for all.
  public let size: Int?
  /// In what order an epoch goes through the examples.
  public let order: ExampleOrder

  /// Batches of a size, from a new order each epoch unless told otherwise.
  public init(size: Int?, order: ExampleOrder = .shuffledEachEpoch) {
    self.size = size
    self.order = order
  }
}
