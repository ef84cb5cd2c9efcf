#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The memory of this process.
enum ProcessMemory {
  /// The most that it ever had in memory; nil where the system does not say.
  static var largestBytes: Int? {
    var usage = rusage()
    // RUSAGE_SELF, which is of another type on every system.
    guard getrusage(0, &usage) == 0 else { return nil }
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1_024
    #endif
  }
}
