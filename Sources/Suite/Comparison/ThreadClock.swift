import Foundation

/// The time that the calling thread has had a processor: unlike time on the wall, other programs do not add to it.
enum ThreadClock {
  /// Seconds since the thread began.
  static var seconds: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
