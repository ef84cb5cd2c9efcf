/// baseⁿ for n ≥ 0 by repeated squaring: the same bits on every machine, which `pow` does not promise.
public func integerPower(_ base: Double, _ exponent: Int) -> Double {
  require(exponent >= 0, "an integer power takes an exponent of zero or more, not \(exponent)")
  var result = 1.0
  var square = base
  var remaining = exponent
  while remaining > 0 {
    if remaining & 1 == 1 { result *= square }
    square *= square
    remaining >>= 1
  }
  return result
}
