import Foundation
import Synchronization

/// Independent pieces of work, shared by threads.
package enum JobQueue {
  private final class Shared: Sendable {
    let next = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
  }

  /// Calls `body` once for each number in 0..<count, on so many threads; throws the first failure, after which no more begins.
  package static func forEach(_ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let shared = Shared()
    let work: @Sendable () -> Void = {
      while shared.failure.withLock({ $0 == nil }) {
        let number = shared.next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        do { try body(number) } catch { shared.failure.withLock { $0 = $0 ?? error } }
      }
    }
    let group = DispatchGroup()
    for _ in 1..<max(1, min(jobs, count)) {
      group.enter()
      let thread = Thread {
        work()
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    work()
    group.wait()
    if let failure = shared.failure.withLock({ $0 }) { throw failure }
  }
}
