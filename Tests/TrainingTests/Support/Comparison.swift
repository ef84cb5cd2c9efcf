/// The first number that differs from the expected one by more than atol + rtol |expected|, in words; nil if none does.
func firstDifference(_ computed: [Double], _ expected: [Double], rtol: Double, atol: Double) -> String? {
  guard computed.count == expected.count else { return "\(computed.count) numbers, not \(expected.count)" }
  for (index, (x, y)) in zip(computed, expected).enumerated() {
    let agrees = x == y || (x - y).magnitude <= atol + rtol * y.magnitude
    if !agrees { return "element \(index) is \(x), not \(y)" }
  }
  return nil
}
