import Synchronization
import Testing

@testable import GlissadeData

@Suite("Prefetching") struct PrefetcherTests {
  struct Failure: Error {}

  @Test("All elements in order, then nil", arguments: [1, 2, 7]) func order(capacity: Int) throws {
    let prefetcher = Prefetcher(capacity: capacity) { $0 < 1_000 ? $0 * $0 : nil }
    for index in 0..<1_000 { #expect(try prefetcher.next() == index * index) }
    #expect(try prefetcher.next() == nil)
    #expect(try prefetcher.next() == nil)
  }

  @Test("An error comes in its element's place, and ends it") func error() throws {
    let prefetcher = Prefetcher { index -> Int in
      if index == 3 { throw Failure() }
      return index
    }
    for index in 0..<3 { #expect(try prefetcher.next() == index) }
    #expect(throws: Failure.self) { try prefetcher.next() }
    #expect(try prefetcher.next() == nil)
  }

  @Test("No more are made than wait and are taken") func bound() throws {
    let made = Mutex(0)
    let prefetcher = Prefetcher(capacity: 3) { index -> Int in
      made.withLock { $0 = index + 1 }
      return index
    }
    for _ in 0..<10 { _ = try prefetcher.next() }
    prefetcher.cancel()
    // Ten taken, three waiting, and one that found no room.
    #expect(made.withLock { $0 } <= 14)
    #expect(try prefetcher.next() == nil)
  }

  @Test("After cancelling or dropping, nothing is made any more") func cancellation() throws {
    final class Counter: Sendable {
      let running = Atomic(0)
    }
    let counter = Counter()
    for dropped in [false, true] {
      let prefetcher = Prefetcher(capacity: 1) { index -> Int in
        counter.running.add(1, ordering: .sequentiallyConsistent)
        defer { counter.running.subtract(1, ordering: .sequentiallyConsistent) }
        return index
      }
      #expect(try prefetcher.next() == 0)
      if !dropped {
        prefetcher.cancel()
        #expect(counter.running.load(ordering: .sequentiallyConsistent) == 0)
      }
    }
    // The thread has been waited for, so nothing holds what it used.
    var captured: Counter? = Counter()
    weak let released = captured
    do {
      let prefetcher = Prefetcher { [captured] index -> Int in captured == nil ? -1 : index }
      _ = try prefetcher.next()
    }
    captured = nil
    #expect(released == nil)
  }

  @Test("Batches are those of the set itself") func batches() throws {
    let digits = try Digits.load().test
    let order = RandomStream(seed: 1, purpose: .shuffling).shuffled(count: digits.count)
    let prefetcher = Prefetcher(batchesOf: digits, order: order, batchSize: 50)
    for start in stride(from: 0, to: digits.count, by: 50) {
      let indices = order[start..<min(start + 50, order.count)]
      let batch = try #require(try prefetcher.next())
      #expect(batch.count == indices.count && batch.examples.labels == indices.map { digits.labels[$0] })
      #expect(batch.examples.features == Tensor(gathering: indices, of: digits.features))
    }
    #expect(try prefetcher.next() == nil)
  }
}
