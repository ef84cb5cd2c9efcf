import Foundation
import Glissade

/// `glissade info`: says what this build does on this machine.
enum InfoCommand: Command {
  static let name = "info"
  static let summary = "Tells the version, the machine, the kernels in use and the scalar types."
  static var options: [Option] { [Option(flag: "json", "print one JSON object")] }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let selection = KernelSelection.current
    let scalars = ScalarChoice.names
    if options.has("json") {
      var line = JSONLine(event: "info")
      line.add("version", version)
      line.add("processor", ProcessorFeatures.processorName)
      line.add("kernels", selection.chosen.rawValue)
      line.add("availableKernels", selection.available.map(\.rawValue))
      line.add("threads", ThreadPool.threadCount)
      line.add("scalars", scalars)
      say(line.text)
      return 0
    }
    say(
      """
      glissade   \(version)
      processor  \(ProcessorFeatures.processorName)
      kernels    \(selection.chosen.rawValue) (here: \(selection.available.map(\.rawValue).joined(separator: ", ")); \
      GLISSADE_KERNELS chooses)
      threads    \(ThreadPool.threadCount) (GLISSADE_THREADS or --threads chooses)
      scalars    \(scalars.joined(separator: ", ")), and dual numbers over each
      """)
    if let advice = advice(selection) { say("\n\(advice)") }
    return 0
  }

  /// How to get faster kernels, where there are some.
  private static func advice(_ selection: KernelSelection) -> String? {
    guard selection.chosen == .baseline else { return nil }
    if selection.available.count > 1 { return "Faster kernels are here: unset GLISSADE_KERNELS to use them." }
    #if arch(x86_64)
      if !KernelSet.compiled.contains(.v3) {
        return "The fast kernels were left out of this build: build without GLISSADE_UNSAFE_FLAGS=0 to get them."
      }
      return "This processor lacks AVX2 or fused multiply-add, which the fast kernels need."
    #else
      return nil
    #endif
  }
}
