/// The result of one workload on one system with some number of threads.
struct Measured {
  /// What was measured: results of one case can be compared.
  struct Case: Hashable {
    /// The workload, such as `gemm.float32.512`.
    let workload: String
    let threads: Int

    /// The workload's name up to its last dot, such as `gemm.float32`.
    var group: String { workload.lastIndex(of: ".").map { String(workload[..<$0]) } ?? workload }
  }

  let measuredCase: Case
  let system: String
  let unit: Unit
  /// The best repetition.
  let value: Double
  /// The distance between the best repetition and the worst, relative to the median.
  let spread: Double

  /// How many times as fast this is as another result of the same case.
  func ratio(to other: Measured) -> Double { unit.ratio(value, to: other.value) }
}
