import Synchronization

/// Memory that tensors give back and take again, so that a training step in steady state allocates none.
///
/// A tensor made from a pool returns its memory there when its last copy is gone, and results computed from such a
/// tensor come from the same pool. Every tape owns one. Safe to use from several threads.
public final class StoragePool: Sendable {
  /// What is free of one size. An object, so that taking from it does not go through the list of sizes.
  private final class Bucket {
    let bytes: Int
    @exclusivity(unchecked) var blocks: [UnsafeMutableRawPointer] = []
    @exclusivity(unchecked) var storages: [TensorStorage] = []

    init(bytes: Int) { self.bytes = bytes }
  }

  private struct Contents: @unchecked Sendable {
    /// By ascending size: there are few sizes, so that to halve the list is faster than to hash.
    var buckets: [Bucket] = []
    var statistics = Statistics()

    /// The place of the first bucket that is not smaller.
    private func place(bytes: Int) -> Int {
      var (low, high) = (0, buckets.count)
      while low < high {
        let middle = (low + high) / 2
        if buckets[middle].bytes < bytes { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func existingBucket(bytes: Int) -> Bucket? {
      let place = place(bytes: bytes)
      return place < buckets.count && buckets[place].bytes == bytes ? buckets[place] : nil
    }

    mutating func bucket(bytes: Int) -> Bucket {
      if let bucket = existingBucket(bytes: bytes) { return bucket }
      let bucket = Bucket(bytes: bytes)
      buckets.insert(bucket, at: place(bytes: bytes))
      return bucket
    }
  }

  /// What a pool has done so far.
  public struct Statistics: Equatable, Sendable {
    /// Blocks that had to be allocated because none of their size was free.
    public var allocations = 0
    /// Blocks handed out, newly allocated or not.
    public var requests = 0
    /// Bytes allocated in all, in use or free.
    public var bytes = 0
  }

  private let contents = Mutex(Contents())

  /// An empty pool.
  public init() {}

  deinit {
    contents.withLock { contents in
      for bucket in contents.buckets { for block in bucket.blocks { block.deallocate() } }
    }
  }

  /// What the pool has done so far.
  public var statistics: Statistics { contents.withLock { $0.statistics } }

  /// A storage of exactly so many bytes: one that was recycled, or a new one on a block given back, or all new.
  func takeStorage(bytes: Int) -> TensorStorage {
    let recycled = contents.withLock { contents -> TensorStorage? in
      contents.statistics.requests += 1
      return contents.existingBucket(bytes: bytes)?.storages.popLast()
    }
    if let recycled {
      recycled.pool = self
      return recycled
    }
    return TensorStorage(block: takeBlock(bytes: bytes), bytes: bytes, pool: self)
  }

  private func takeBlock(bytes: Int) -> UnsafeMutableRawPointer {
    let address: UInt = contents.withLock { contents in
      if let block = contents.existingBucket(bytes: bytes)?.blocks.popLast() { return UInt(bitPattern: block) }
      contents.statistics.allocations += 1
      contents.statistics.bytes += bytes
      return UInt(bitPattern: TensorStorage.allocateBlock(bytes: bytes))
    }
    return UnsafeMutableRawPointer(bitPattern: address)!
  }

  func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    let address = UInt(bitPattern: block)
    contents.withLock { $0.bucket(bytes: bytes).blocks.append(UnsafeMutableRawPointer(bitPattern: address)!) }
  }

  /// Keeps a storage, object and all, for the next that asks; only for one that nobody else holds.
  func recycle(_ storage: TensorStorage) {
    // Without a way back to the pool, which would keep both alive for ever.
    storage.pool = nil
    contents.withLock { $0.bucket(bytes: storage.bytes).storages.append(storage) }
  }
}
