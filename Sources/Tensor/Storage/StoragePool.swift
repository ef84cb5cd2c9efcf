import Synchronization

/// Memory that tensors give back and take again, so that a training step in steady state allocates none.
///
/// A tensor made from a pool returns its memory there when its last copy is gone, and results computed from such a
/// tensor come from the same pool. Every tape owns one. Safe to use from several threads.
public final class StoragePool: Sendable {
  private struct Blocks: @unchecked Sendable {
    var free: [Int: [UnsafeMutableRawPointer]] = [:]
    var statistics = Statistics()
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

  private let blocks = Mutex(Blocks())

  /// An empty pool.
  public init() {}

  deinit {
    blocks.withLock { blocks in
      for block in blocks.free.values.joined() { block.deallocate() }
    }
  }

  /// What the pool has done so far.
  public var statistics: Statistics { blocks.withLock { $0.statistics } }

  func takeBlock(bytes: Int) -> UnsafeMutableRawPointer {
    let address: UInt = blocks.withLock { blocks in
      blocks.statistics.requests += 1
      if let block = blocks.free[bytes]?.popLast() { return UInt(bitPattern: block) }
      blocks.statistics.allocations += 1
      blocks.statistics.bytes += bytes
      return UInt(bitPattern: TensorStorage.allocateBlock(bytes: bytes))
    }
    return UnsafeMutableRawPointer(bitPattern: address)!
  }

  func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    let address = UInt(bitPattern: block)
    blocks.withLock { $0.free[bytes, default: []].append(UnsafeMutableRawPointer(bitPattern: address)!) }
  }
}
