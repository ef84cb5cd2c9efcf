/// Compares results with what is expected, and remembers the largest error and the first that is too large.
struct GoldenComparison {
  /// The tolerance of what is compared from now on.
  var tolerance: GoldenTolerance
  private var largest = 0.0
  private var message: String?
  private var count = 0

  init(_ tolerance: GoldenTolerance) { self.tolerance = tolerance }

  /// Compares lists of numbers; `place` says what they are.
  mutating func compare(_ results: [Double], _ expected: [Double], _ place: @autoclosure () -> String) {
    guard results.count == expected.count else {
      note(.infinity, "\(place()): \(results.count) numbers where \(expected.count) are expected")
      return
    }
    count += expected.count
    for (index, (x, y)) in zip(results, expected).enumerated() {
      if x == y || (x.isNaN && y.isNaN) { continue }
      let difference = (x - y).magnitude
      let excess = difference / (tolerance.absolute + tolerance.relative * y.magnitude)
      let floor = tolerance.relative > 0 ? tolerance.absolute / tolerance.relative : 1
      let relative = difference / max(y.magnitude, floor)
      largest = relative.isNaN || relative > largest ? relative : largest
      if !(excess <= 1) { note(excess, "\(place()), number \(index): \(x) where \(y) is expected") }
    }
  }

  /// Compares numbers in the tensors of a JSON value.
  mutating func compare(_ results: [Double], _ expected: JSONValue, _ place: @autoclosure () -> String) {
    compare(results, expected.flatNumbers, place())
  }

  /// Notes whether something holds that is not a comparison of numbers, such as a limit.
  mutating func expect(_ holds: Bool, _ text: @autoclosure () -> String) {
    count += 1
    if !holds { note(.infinity, text()) }
  }

  /// What came of all comparisons.
  var outcome: GoldenOutcome {
    if let message { return .failed(error: largest, message: message) }
    return count == 0 ? .unsupported(reason: "nothing was compared") : .passed(error: largest)
  }

  private mutating func note(_ excess: Double, _ text: String) {
    if excess == .infinity { largest = .infinity }
    // The first excess is reported: later ones mostly follow from it.
    if message == nil { message = text }
  }
}

extension JSONValue {
  /// All numbers in order: of a number, an array, or tensors with `shape` and `data`.
  var flatNumbers: [Double] {
    if let number { return [number] }
    if let numbers { return numbers }
    if let data = self["data"] { return data.flatNumbers }
    return array?.flatMap(\.flatNumbers) ?? []
  }
}
