/// What a result is measured in.
enum Unit: String, CaseIterable {
  case gigaflops = "GFLOP/s"
  case gigabytes = "GB/s"
  case steps = "steps/s"
  case nanoseconds = "ns/element"

  /// Whether a larger value is better.
  var higherIsBetter: Bool { self != .nanoseconds }

  /// How many times as fast `value` is as `other`: above 1 it is the faster one.
  func ratio(_ value: Double, to other: Double) -> Double { higherIsBetter ? value / other : other / value }
}
