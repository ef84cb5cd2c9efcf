import Foundation

/// Which kernels this process runs, and why.
///
/// The best compiled set that the processor supports, unless the environment variable `GLISSADE_KERNELS` names another.
public struct KernelSelection: Sendable {
  /// The set in use.
  public let chosen: KernelSet
  /// The sets that are compiled in and that this processor can run, slowest first.
  public let available: [KernelSet]
  /// What is wrong with the environment's wish, as a sentence for the user; the best set is in use instead.
  public let problem: String?

  /// The selection of this process, made once.
  public static let current = KernelSelection(
    wish: ProcessInfo.processInfo.environment["GLISSADE_KERNELS"], features: ProcessorFeatures.detected())

  init(wish: String?, features: ProcessorFeatures) {
    let available = KernelSet.compiled.filter(features.supports)
    let best = available.last ?? .baseline
    self.available = available
    guard let wish, !wish.isEmpty else {
      chosen = best
      problem = nil
      return
    }
    let names = available.map(\.rawValue).joined(separator: ", ")
    if let set = KernelSet(rawValue: wish.lowercased()) {
      chosen = available.contains(set) ? set : best
      problem =
        available.contains(set)
        ? nil
        : KernelSet.compiled.contains(set)
          ? "GLISSADE_KERNELS=\(wish): this processor cannot run these kernels; set it to one of: \(names)."
          : "GLISSADE_KERNELS=\(wish): this program was built without these kernels; set it to one of: \(names)."
    } else {
      chosen = best
      problem = "GLISSADE_KERNELS=\(wish) is not a kernel set; set it to one of: \(names)."
    }
  }
}
