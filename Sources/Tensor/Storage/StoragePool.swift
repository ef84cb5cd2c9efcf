import Synchronization

/// Memory that tensors give back and take again, so that a training step in steady state allocates none.
///
/// A tensor made from a pool returns its memory there when its last copy is gone, and results computed from such a
/// tensor come from the same pool. Every tape owns one. Safe to use from several threads.
public final class StoragePool: Sendable {
  /// What is free of one size.
  private struct Bucket {
    let bytes: Int
    var blocks: [UnsafeMutableRawPointer] = []
    var storages: [TensorStorage] = []
  }

  private struct Contents: @unchecked Sendable {
    /// By ascending size: there are few sizes, so that to halve the list is faster than to hash.
    var buckets: [Bucket] = []
    var statistics = Statistics()

    /// The place of the first bucket that is not smaller, and whether it is of this size.
    func place(bytes: Int) -> (index: Int, isThere: Bool) {
      var (low, high) = (0, buckets.count)
      while low < high {
        let middle = (low + high) / 2
        if buckets[middle].bytes < bytes { low = middle + 1 } else { high = middle }
      }
      return (low, low < buckets.count && buckets[low].bytes == bytes)
    }

    /// The place of the bucket of a size, made if there is none.
    mutating func bucket(bytes: Int) -> Int {
      let (index, isThere) = place(bytes: bytes)
      if !isThere { buckets.insert(Bucket(bytes: bytes), at: index) }
      return index
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
    let (recycled, address) = contents.withLock { contents -> (TensorStorage?, UInt) in
      contents.statistics.requests += 1
      let (index, isThere) = contents.place(bytes: bytes)
      if isThere {
        if let storage = contents.buckets[index].storages.popLast() { return (storage, 0) }
        if let block = contents.buckets[index].blocks.popLast() { return (nil, UInt(bitPattern: block)) }
      }
      contents.statistics.allocations += 1
      contents.statistics.bytes += bytes
      return (nil, UInt(bitPattern: TensorStorage.allocateBlock(bytes: bytes)))
    }
    if let recycled {
      recycled.pool = self
      return recycled
    }
    return TensorStorage(block: UnsafeMutableRawPointer(bitPattern: address)!, bytes: bytes, pool: self)
  }

  func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    let address = UInt(bitPattern: block)
    contents.withLock {
      $0.buckets[$0.bucket(bytes: bytes)].blocks.append(UnsafeMutableRawPointer(bitPattern: address)!)
    }
  }

  /// Keeps a storage without a pool, object and all, for the next that asks; only for one that nobody else holds.
  func recycle(_ storage: TensorStorage) {
    contents.withLock { $0.buckets[$0.bucket(bytes: storage.bytes)].storages.append(storage) }
  }
}
