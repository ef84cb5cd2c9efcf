/// Something that is measured.
struct Workload {
  /// What a result says beside its value.
  struct Result {
    let measurement: Measurement
    let unit: String
    /// Further figures, by name.
    var details: [Detail] = []
  }

  /// A figure beside the value.
  struct Detail {
    let name: String
    let value: Double
  }

  /// The name, such as `gemm.float32.512`.
  let name: String
  let run: (Stopwatch) -> Result
  /// Sets up what is called, `countedCalls` times in one call of the result, while allocated objects are counted.
  var makeCountedWork: (() -> () -> Void)?

  /// The number of times that counted work runs.
  static let countedCalls = 100

  /// All workloads, in the order in which they are run.
  static var all: [Workload] { matrixProducts + networks + updates + functions }
}
