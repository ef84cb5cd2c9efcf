/// In what order an epoch goes through its examples, and so which examples make a batch.
public enum ExampleOrder: Sendable, Hashable {
  /// A new random order each epoch, decided by the trainer's seed.
  case shuffledEachEpoch
  /// The random order of the first epoch in every epoch.
  case shuffledOnce
  /// The examples of the given indices in every epoch, as they come.
  case fixed([Int])

  /// The indices of the examples of one epoch, counted from 0, in order.
  public func indices(count: Int, seed: UInt64, epoch: Int) -> [Int] {
    func shuffled(_ epoch: Int) -> [Int] {
      RandomStream(seed: seed, purpose: .shuffling, index: epoch).shuffled(count: count)
    }
    return switch self {
    case .shuffledEachEpoch: shuffled(epoch)
    case .shuffledOnce: shuffled(0)
    case .fixed(let indices): indices
    }
  }
}
