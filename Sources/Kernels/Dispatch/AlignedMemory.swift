import Foundation

/// Memory for vectors and matrices, aligned to cache lines.
public enum AlignedMemory {
  // Two pages of the larger size that x86-64 and arm64 have, 2 MB.
  private static let largePage = 2 << 20

  /// Uninitialized memory, aligned to 64 bytes; a few megabytes and more in large pages where the system has them, for
  /// walking through it else spends much time on finding pages. Freed by `deallocate()`.
  public static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
    guard bytes >= 2 * largePage else { return .allocate(byteCount: bytes, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: largePage)
    #if os(Linux)
      // A wish; small pages do as well.
      madvise(memory, bytes, MADV_HUGEPAGE)
    #endif
    return memory
  }
}
