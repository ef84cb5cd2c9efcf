/// One block of raw memory, aligned to 64 bytes, that tensors share until one of them writes.
final class TensorStorage: @unchecked Sendable {
  let block: UnsafeMutableRawPointer
  let bytes: Int
  let pool: StoragePool?

  /// Uninitialized memory for at least `bytes` bytes, rounded up to whole cache lines.
  init(bytes: Int, pool: StoragePool?) {
    let rounded = max(64, (bytes + 63) & ~63)
    self.bytes = rounded
    self.pool = pool
    block = pool?.takeBlock(bytes: rounded) ?? TensorStorage.allocateBlock(bytes: rounded)
  }

  deinit {
    if let pool { pool.giveBack(block, bytes: bytes) } else { block.deallocate() }
  }

  static func allocateBlock(bytes: Int) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
  }
}
