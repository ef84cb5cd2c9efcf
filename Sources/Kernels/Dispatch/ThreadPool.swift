import Foundation
import Synchronization

/// The threads that share large pieces of work; one pool for the process.
///
/// The number of threads never changes a result, only its time. It is that of the processors, or the value of the
/// environment variable `GLISSADE_THREADS`, or what the program sets.
public enum ThreadPool {
  /// Threads that share work, the calling one among them; at least 1.
  public static var threadCount: Int {
    get { limit.load(ordering: .relaxed) }
    set {
      precondition(newValue >= 1, "the number of threads is \(newValue) but must be at least 1")
      limit.store(min(newValue, maximumThreadCount), ordering: .relaxed)
    }
  }

  /// More threads than this are not used, whatever is asked for.
  public static let maximumThreadCount = 256

  /// What is wrong with `GLISSADE_THREADS`, as a sentence for the user; the default is in use instead.
  public static let problem: String? = {
    guard let wish = environmentWish, !isValid(wish) else { return nil }
    return "GLISSADE_THREADS=\(wish) is not a number of threads; set it to a whole number from 1 to "
      + "\(maximumThreadCount)."
  }()

  /// Multiply-adds, about 5 µs of them, that pay for another thread.
  package static var productGrain: Int { 1 << 18 }

  private static let limit = Atomic<Int>(initialThreadCount())
  static let workers = Workers()

  private static var environmentWish: String? {
    guard let wish = ProcessInfo.processInfo.environment["GLISSADE_THREADS"], !wish.isEmpty else { return nil }
    return wish
  }

  private static func isValid(_ wish: String) -> Bool {
    Int(wish).map { (1...maximumThreadCount).contains($0) } ?? false
  }

  private static func initialThreadCount() -> Int {
    if let wish = environmentWish, isValid(wish), let count = Int(wish) { return count }
    return max(1, min(ProcessInfo.processInfo.activeProcessorCount, maximumThreadCount))
  }
}

/// Calls `body` with ranges that together cover 0..<count, on several threads where that is worth it.
///
/// The calling thread takes part and returns when all is done. Ranges hold at least `grain` elements (the last may hold
/// fewer) and start at multiples of `grain`; work of at most `grain`, and calls from within `body`, run on the calling
/// thread as one range. `body` runs at the same time on several threads, so ranges must not write to the same memory,
/// and results must not depend on how the work is cut.
@inlinable @inline(__always)
public func parallelFor(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
  if count <= grain {
    if count > 0 { body(0..<count) }
  } else {
    shareWork(count, grain: grain, body)
  }
}

@usableFromInline
func shareWork(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
  precondition(grain >= 1, "the grain of parallel work is \(grain) but must be at least 1")
  let threads = min(ThreadPool.threadCount, (count + grain - 1) / grain)
  guard threads > 1, ThreadPool.workers.begin(threads: threads) else { return body(0..<count) }
  withoutActuallyEscaping(body) { body in
    // A few pieces for each thread even out their speeds; multiples of the grain keep vectors whole.
    let piece = max(1, count / (4 * threads * grain)) * grain
    ThreadPool.workers.run(count: count, piece: piece, threads: threads, body)
  }
}
