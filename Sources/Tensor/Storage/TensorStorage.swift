/// One block of raw memory, aligned to 64 bytes, that tensors share until one of them writes.
///
/// The block is written only through a tensor that holds the storage alone, or by its maker before anyone else sees it.
final class TensorStorage: @unchecked Sendable {
  let block: UnsafeMutableRawPointer
  let bytes: Int
  @exclusivity(unchecked) var pool: StoragePool?

  init(block: UnsafeMutableRawPointer, bytes: Int, pool: StoragePool?) {
    self.block = block
    self.bytes = bytes
    self.pool = pool
  }

  deinit {
    if let pool = pool.take() { pool.giveBack(block, bytes: bytes) } else { block.deallocate() }
  }

  /// Uninitialized memory for at least `bytes` bytes, in whole cache lines, from the pool if there is one.
  static func make(bytes: Int, pool: StoragePool?) -> TensorStorage {
    let rounded = max(64, (bytes + 63) & ~63)
    if let pool { return pool.takeStorage(bytes: rounded) }
    return TensorStorage(block: allocateBlock(bytes: rounded), bytes: rounded, pool: nil)
  }

  static func allocateBlock(bytes: Int) -> UnsafeMutableRawPointer {
    AlignedMemory.allocate(bytes: bytes)
  }
}

extension Tensor {
  /// Hands the storage back to its pool, object and all, if no other tensor holds it; the tensor must not be used again.
  mutating func recycle() {
    // Without a way back to the pool, which would keep both alive for ever.
    guard isKnownUniquelyReferenced(&storage), let pool = storage.pool.take() else { return }
    pool.recycle(storage)
  }
}
