import Foundation

/// Makes elements ahead of their use on a thread of its own: batches, while the last one is trained on.
///
/// ```swift
/// let batches = Prefetcher { index in index < order.count ? try load(order[index]) : nil }
/// while let batch = try batches.next() { … }
/// ```
/// The elements and their order are those of calling `make` with 0, 1, 2, … in turn. After the last, or after an error, which
/// `next()` throws in its place, nothing more is made. Dropping the prefetcher stops it, as `cancel()` does.
public final class Prefetcher<Element: Sendable>: Sendable {
  private let queue: PrefetchQueue<Element>

  /// Begins to make elements; at most `capacity` (default 2) wait to be taken.
  public init(capacity: Int = 2, _ make: @escaping @Sendable (_ index: Int) throws -> Element?) {
    require(capacity > 0, "at least one element waits to be taken, not \(capacity)")
    let queue = PrefetchQueue<Element>(capacity: capacity, make)
    self.queue = queue
    let thread = Thread {
      queue.fill()
      queue.end()
    }
    thread.name = "glissade prefetcher"
    thread.start()
  }

  /// The next element, as soon as it is made; nil after the last and after `cancel()`.
  public func next() throws -> Element? { try queue.take() }

  /// Stops making elements, and returns when the thread is done: at the latest when the element that it is making is made.
  public func cancel() { queue.cancel() }

  deinit { queue.cancel() }
}

/// What passes from the thread that makes elements to those that take them.
private final class PrefetchQueue<Element: Sendable>: @unchecked Sendable {
  // Everything below is read and written under the condition's lock.
  private let condition = NSCondition()
  private let capacity: Int
  private var waiting: [Result<Element?, any Error>] = []
  // The last result, or cancellation, is behind: nothing more is put.
  private var isComplete = false
  private var hasEnded = false
  // The thread's alone; given up before its end, so that nothing that was captured outlives it.
  private var make: (@Sendable (Int) throws -> Element?)?

  init(capacity: Int, _ make: @escaping @Sendable (Int) throws -> Element?) {
    self.capacity = capacity
    self.make = make
  }

  /// Makes elements until no more are wanted.
  func fill() {
    guard let make else { return }
    self.make = nil
    var index = 0
    while put(Result { try make(index) }) { index += 1 }
  }

  /// Waits for room and adds a result; false where no more are wanted.
  private func put(_ result: Result<Element?, any Error>) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= capacity && !isComplete { condition.wait() }
    guard !isComplete else { return false }
    waiting.append(result)
    if case .success(.some) = result {} else { isComplete = true }
    condition.broadcast()
    return !isComplete
  }

  /// Waits for a result and takes it.
  func take() throws -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty && !isComplete { condition.wait() }
    guard !waiting.isEmpty else { return nil }
    defer { condition.broadcast() }
    return try waiting.removeFirst().get()
  }

  /// The thread is about to end.
  func end() {
    condition.lock()
    hasEnded = true
    condition.broadcast()
    condition.unlock()
  }

  /// Wants no more, and waits for the thread's end.
  func cancel() {
    condition.lock()
    isComplete = true
    waiting.removeAll()
    condition.broadcast()
    while !hasEnded { condition.wait() }
    condition.unlock()
  }
}
