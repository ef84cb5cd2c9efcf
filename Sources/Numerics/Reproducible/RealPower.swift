/// baseˣ for base ≥ 0, in basic arithmetic alone: the same bits on every machine, which `pow` does not promise.
///
/// A whole exponent is worked out by repeated squaring, any other as e^(x ln base), to about 1e-15 relative.
public func realPower(_ base: Double, _ exponent: Double) -> Double {
  require(base >= 0, "a real power takes a base of zero or more, not \(base)")
  if let whole = Int(exactly: exponent), whole.magnitude < 1 << 30 {
    return whole >= 0 ? integerPower(base, whole) : 1 / integerPower(base, -whole)
  }
  if base == 0 { return exponent > 0 ? 0 : .infinity }
  guard base.isFinite else { return .nan }
  // The logarithm takes normal numbers.
  let logarithm = base.isNormal ? PortableMath.log(base) : PortableMath.log(base * 0x1p54) - PortableMath.log(0x1p54)
  return PortableMath.exp(exponent * logarithm)
}
