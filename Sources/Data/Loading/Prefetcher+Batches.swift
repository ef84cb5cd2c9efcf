extension Prefetcher<Batch<LabeledExamples>> {
  /// The batches of an epoch, gathered and changed ahead of their use.
  ///
  /// A step on such a batch gives the same bits as one on `Batch(examples, indices:)` if nothing is changed.
  /// - Parameters:
  ///   - examples: The examples that batches are made of.
  ///   - order: The epoch's examples, by index.
  ///   - batchSize: The examples of a batch; the last may have fewer.
  ///   - capacity: Batches that may be made ahead.
  ///   - augmentation: What is done to the images.
  ///   - seed: With the number of the epoch it decides what is done to each.
  ///   - epoch: The number of the epoch.
  public convenience init(
    batchesOf examples: LabeledExamples, order: [Int], batchSize: Int, augmentation: ImageAugmentation? = nil,
    seed: UInt64 = 0, epoch: Int = 0, capacity: Int = 2
  ) {
    require(batchSize > 0, "a batch has at least one example, not \(batchSize)")
    self.init(capacity: capacity) { number in
      let start = number * batchSize
      guard start < order.count else { return nil }
      let indices = order[start..<min(start + batchSize, order.count)]
      if let augmentation {
        return Batch(all: try augmentation.apply(to: examples, indices: indices, seed: seed, epoch: epoch))
      }
      return Batch(all: try examples.selecting(Array(indices)))
    }
  }
}
