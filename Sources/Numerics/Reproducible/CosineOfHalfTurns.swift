/// cos(π x) for any finite x, within about 1e-16: the same bits on every machine, which `cos` does not promise.
public func cosineOfHalfTurns(_ x: Double) -> Double {
  // cos(πx) has period 2 and is even, so 0 ≤ x ≤ 1 is left; cos(π(1 − x)) = −cos(πx) leaves 0 ≤ x ≤ 1/2.
  var x = x.magnitude.truncatingRemainder(dividingBy: 2)
  if x > 1 { x = 2 - x }
  if x > 0.5 { return -cosineOfHalfTurns(1 - x) }
  return x <= 0.25 ? cosineSeries(.pi * x) : sineSeries(.pi * (0.5 - x))
}

/// cos y for 0 ≤ y ≤ π/4 by its series; the first term left out is below 1e-19.
private func cosineSeries(_ y: Double) -> Double {
  let square = y * y
  var sum = 0.0
  for n in stride(from: 16, to: 0, by: -2) { sum = (1 + sum) * (-square / Double(n * (n - 1))) }
  return 1 + sum
}

/// sin y for 0 ≤ y ≤ π/4 by its series; the first term left out is below 1e-19.
private func sineSeries(_ y: Double) -> Double {
  let square = y * y
  var sum = 0.0
  for n in stride(from: 17, to: 1, by: -2) { sum = (1 + sum) * (-square / Double(n * (n - 1))) }
  return y * (1 + sum)
}
