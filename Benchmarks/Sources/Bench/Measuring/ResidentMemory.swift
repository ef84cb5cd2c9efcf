import Foundation

/// The memory that this process holds.
enum ResidentMemory {
  // Whom to ask about, and the unit of the answer.
  #if canImport(Darwin)
    private static let (process, unit) = (RUSAGE_SELF, 1.0)
  #else
    private static let (process, unit) = (Int32(RUSAGE_SELF.rawValue), 1024.0)
  #endif

  /// The most that was resident at any time so far, in 10⁶ bytes: of all workloads that ran, so ask with `--only` for one.
  static var peakMegabytes: Double {
    var usage = rusage()
    return getrusage(process, &usage) == 0 ? Double(usage.ru_maxrss) * unit / 1e6 : .nan
  }
}
