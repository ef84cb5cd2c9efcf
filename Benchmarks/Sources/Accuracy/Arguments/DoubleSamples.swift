import Glissade

/// Where to look at a function of Double: too many places to look at all of them.
///
/// In turn: any bit pattern, which is any sign and exponent; the range in which the function is neither trivial nor
/// constant; magnitudes from 2⁻⁶⁰ to 2¹¹; and next to the places where a kernel goes from one formula to another.
struct DoubleSamples {
  /// The number of samples.
  let count = 1 << 25
  private let range: ClosedRange<Double>
  private let boundaries: [Double]

  init(_ function: UnaryFunction) {
    let halfLn2 = 0.34657359027997264
    let root2 = 1.4142135623730951
    let exponential = [halfLn2, -halfLn2, -708.3964185322641, -745.1332191019411, 709.782712893384]
    switch function {
    case .exp: (range, boundaries) = (-746...710, exponential)
    case .log: (range, boundaries) = (0.25...4, [0.5, root2 / 2, 1, root2, 2, 0x1.0p-1022])
    case .tanh: (range, boundaries) = (-23...23, [halfLn2 / 2, -halfLn2 / 2, 1.5 * halfLn2, 19.06, 22, -22])
    case .erf: (range, boundaries) = (-6.2...6.2, [1, -1, 5.92, 6, -6])
    case .gelu: (range, boundaries) = (-10...10, [root2, -root2, 8.37, -8.37, 8.49, -8.49])
    case .softplus:
      // Where 1 + e^(−|x|) passes √2.
      let halfway = 0.881373587019543
      (range, boundaries) = (-746...40, exponential + [halfway, -halfway, 36.7, -36.7])
    default: (range, boundaries) = (-746...40, exponential + [36.7, -36.7])
    }
  }

  /// The sample of a number: always the same one.
  subscript(index: Int) -> Double {
    let bits = Self.scramble(UInt64(truncatingIfNeeded: index))
    let more = Self.scramble(bits)
    let unit = Double(bits >> 11) * 0x1p-53
    switch index & 3 {
    case 0: return Double(bitPattern: bits)
    case 1: return range.lowerBound + unit * (range.upperBound - range.lowerBound)
    case 2:
      let magnitude = Double(bitPattern: (963 + more % 72) << 52 | bits >> 12)
      return bits & 1 == 0 ? magnitude : -magnitude
    default:
      let boundary = boundaries[Int(more % UInt64(boundaries.count))]
      // Up to 2⁴⁰ neighbors away, most of them much nearer.
      let distance = bits >> (24 + more >> 32 % 40)
      return Double(bitPattern: more >> 16 & 1 == 0 ? boundary.bitPattern &+ distance : boundary.bitPattern &- distance)
    }
  }

  /// Steele, Lea and Flood's SplitMix64: bits that look independent for numbers next to one another.
  private static func scramble(_ number: UInt64) -> UInt64 {
    var z = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
