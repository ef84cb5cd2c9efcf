import GlissadeNumerics

/// Rounds to BFloat16 by scaling to integers, with nothing in common with the shifts of the implementation.
func referenceRounding(_ value: Double) -> Double {
  guard value.isFinite && value != 0 else { return value }
  let unit = Double(sign: .plus, exponent: max(value.exponent, -126) - 7, significand: 1)
  let rounded = (value / unit).rounded(.toNearestOrEven) * unit
  return rounded.magnitude >= 0x1p128 ? Double(signOf: value, magnitudeOf: .infinity) : rounded
}

/// Whether two numbers are the same, signs of zero included, or both NaN.
func isSame(_ left: Double, _ right: Double) -> Bool {
  left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
}

/// Encodings from all over the range: every exponent, few fractions, both signs.
let sampleBFloat16s: [BFloat16] = stride(from: UInt16(0), through: 0xffff, by: 211).map { BFloat16(bitPattern: $0) }
