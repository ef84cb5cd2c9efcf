import Foundation

/// Scratch memory that belongs to a thread and only grows, so that a steady state allocates nothing.
public enum Workspace {
  /// What the memory serves; one use may nest inside another, so each has memory of its own.
  public enum Purpose: Int, CaseIterable, Sendable {
    /// Packed panels of a matrix product.
    case panels
    /// What the tiles of a matrix product need.
    case tiles
    /// Widened operands of a matrix product of narrow scalars.
    case operands
    /// Images with their borders, and what else a convolution prepares of one.
    case images
    /// Where the patches of a convolution lie.
    case offsets
    /// Partial results of reductions.
    case partials
    /// Scores of an attention.
    case scores
  }

  /// At least `bytes` bytes, aligned to 64, of this thread's memory for the purpose; valid until the next call for it.
  public static func memory(for purpose: Purpose, bytes: Int) -> UnsafeMutableRawPointer {
    let slots = threadSlots()
    let slot = slots + purpose.rawValue
    if slot.pointee.count >= bytes, let base = slot.pointee.baseAddress { return base }
    slot.pointee.deallocate()
    let memory = AlignedMemory.allocate(bytes: bytes)
    slot.pointee = UnsafeMutableRawBufferPointer(start: memory, count: bytes)
    return memory
  }

  private typealias Slots = UnsafeMutablePointer<UnsafeMutableRawBufferPointer>

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { pointer in Workspace.release(pointer) }
    precondition(status == 0, "the system has no thread-specific storage left")
    return key
  }()

  private static func threadSlots() -> Slots {
    if let existing = pthread_getspecific(key) {
      return existing.assumingMemoryBound(to: UnsafeMutableRawBufferPointer.self)
    }
    let slots = Slots.allocate(capacity: Purpose.allCases.count)
    slots.initialize(repeating: UnsafeMutableRawBufferPointer(start: nil, count: 0), count: Purpose.allCases.count)
    pthread_setspecific(key, slots)
    return slots
  }

  private static func release(_ pointer: UnsafeMutableRawPointer?) {
    guard let slots = pointer?.assumingMemoryBound(to: UnsafeMutableRawBufferPointer.self) else { return }
    for purpose in Purpose.allCases { slots[purpose.rawValue].deallocate() }
    slots.deallocate()
  }
}
