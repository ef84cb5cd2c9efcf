import Foundation
import Synchronization

/// The pool's threads and the one piece of work that they share at a time.
///
/// The work is published by opening a gate. A worker that is awake enters, takes pieces until none is left, and leaves;
/// the caller does the same, then closes the gate and waits for those inside. So a worker that sleeps is never waited for.
final class Workers: Sendable {
  /// One piece of work: what to call, and how far it goes.
  private struct Job {
    var body: ((Range<Int>) -> Void)?
    var count = 0
    var piece = 1
    var threads = 1
    // The caller's exception from the selected kernels, which holds for its work on every thread.
    var exception: UnsafeMutableRawPointer?
  }

  // The gate's lowest bit is set while it is closed; each worker inside adds 2.
  private static let closed = 1
  private static let visitor = 2
  // About 10 µs of looking before sleeping, and of waiting before giving the processor away; before sleeping more than ten
  // times as much where every thread has a processor, for to wake a thread takes longer than most gaps between pieces of
  // work.
  private static let patience = 4_000
  private static let longPatience = 60_000
  private static let processors = ProcessInfo.processInfo.activeProcessorCount

  private let isBusy = LoneAtomic(false)
  private let gate = LoneAtomic(Workers.closed)
  private let next = LoneAtomic(0)
  private let generation = LoneAtomic(0)
  private let sleepers = LoneAtomic(0)
  private let started = LoneAtomic(0)
  // Written only between `begin` and the opening of the gate, read only behind it.
  private nonisolated(unsafe) let job: UnsafeMutablePointer<Job>
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let wakeUp: UnsafeMutablePointer<pthread_cond_t>

  init() {
    job = .allocate(capacity: 1)
    job.initialize(to: Job())
    mutex = .allocate(capacity: 1)
    wakeUp = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(wakeUp, nil)
  }

  /// Reserves the pool; false where it is in use, by another thread or by a caller further up this one's stack.
  func begin(threads: Int) -> Bool {
    guard isBusy.value.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
      return false
    }
    while started.value.load(ordering: .relaxed) < threads - 1 {
      if !start(index: started.value.load(ordering: .relaxed) + 1) { break }
    }
    return true
  }

  /// Whether the pool is in use; then work that is asked of it runs on the calling thread.
  var isInUse: Bool { isBusy.value.load(ordering: .relaxed) }

  /// Runs a reserved pool's work and frees the pool.
  func run(count: Int, piece: Int, threads: Int, _ body: @escaping (Range<Int>) -> Void) {
    job.pointee = Job(
      body: body, count: count, piece: piece, threads: threads, exception: ActiveKernels.exception)
    next.value.store(0, ordering: .relaxed)
    gate.value.bitwiseAnd(~Workers.closed, ordering: .releasing)
    generation.value.add(1, ordering: .sequentiallyConsistent)
    if sleepers.value.load(ordering: .sequentiallyConsistent) > 0 {
      pthread_mutex_lock(mutex)
      pthread_cond_broadcast(wakeUp)
      pthread_mutex_unlock(mutex)
    }
    takePieces()
    gate.value.bitwiseOr(Workers.closed, ordering: .acquiringAndReleasing)
    var looks = 0
    while gate.value.load(ordering: .acquiring) != Workers.closed {
      looks += 1
      if looks > Workers.patience { sched_yield() }
    }
    job.pointee.body = nil
    isBusy.value.store(false, ordering: .releasing)
  }

  private func takePieces() {
    guard let body = job.pointee.body else { return }
    let count = job.pointee.count
    let piece = job.pointee.piece
    while true {
      let start = next.value.add(piece, ordering: .relaxed).oldValue
      if start >= count { return }
      body(start..<min(start + piece, count))
    }
  }

  private func work(index: Int) {
    var seen = 0
    while true {
      seen = waitForWork(after: seen)
      let wasClosed = gate.value.add(Workers.visitor, ordering: .acquiringAndReleasing).oldValue & Workers.closed != 0
      if !wasClosed, index < job.pointee.threads {
        if let exception = job.pointee.exception {
          ActiveKernels.with(exception: exception) { takePieces() }
        } else {
          takePieces()
        }
      }
      gate.value.subtract(Workers.visitor, ordering: .acquiringAndReleasing)
    }
  }

  private func waitForWork(after seen: Int) -> Int {
    let isAlone = started.value.load(ordering: .relaxed) < Workers.processors
    for _ in 0..<(isAlone ? Workers.longPatience : Workers.patience) {
      let current = generation.value.load(ordering: .acquiring)
      if current != seen { return current }
    }
    pthread_mutex_lock(mutex)
    sleepers.value.add(1, ordering: .sequentiallyConsistent)
    var current = generation.value.load(ordering: .sequentiallyConsistent)
    while current == seen {
      pthread_cond_wait(wakeUp, mutex)
      current = generation.value.load(ordering: .sequentiallyConsistent)
    }
    sleepers.value.subtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
    return current
  }

  /// Starts one thread; false where the system has none to give, which leaves the work to those there are.
  private func start(index: Int) -> Bool {
    let argument = Unmanaged.passRetained(Start(workers: self, index: index)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, nil, Workers.main, argument)
    guard status == 0 else {
      Unmanaged<Start>.fromOpaque(argument).release()
      return false
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    started.value.add(1, ordering: .relaxed)
    return true
  }

  private final class Start: Sendable {
    let workers: Workers
    let index: Int
    init(workers: Workers, index: Int) {
      self.workers = workers
      self.index = index
    }
  }

  #if canImport(Darwin)
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
      let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
      start.workers.work(index: start.index)
      return nil
    }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
      guard let argument else { return nil }
      let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
      start.workers.work(index: start.index)
      return nil
    }
  #endif
}

/// An atomic value with cache lines of its own: what one thread writes all the time would slow another down that looks at
/// its neighbor.
private struct LoneAtomic<Value: AtomicRepresentable>: ~Copyable, @unchecked Sendable {
  private let before = Padding()
  let value: Atomic<Value>
  private let after = Padding()

  init(_ initial: consuming Value) { value = Atomic(initial) }

  private typealias Quarter = (Int, Int, Int, Int)
  private struct Padding {
    let bytes: (Quarter, Quarter, Quarter, Quarter) = (
      (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)
    )
  }
}
