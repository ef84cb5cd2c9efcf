import GlissadeNumerics

/// The laws of `BinaryFloatingPoint` that generic code relies on; each returns the violations it found.
///
/// They are stated once and run for every scalar type; `Reference` is Double wherever the type can hold the samples.
enum FloatingPointLaws<Number: Scalar> where Number.Stride == Number {
  /// Numbers that every scalar type of the framework holds exactly.
  static var samples: [Number] {
    let doubles = [0, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 7, 10, 96, 240, 0x1p-14, 0x1.8p-10]
    return doubles.flatMap { [Number($0), -Number($0)] }
  }

  static func arithmetic() -> [String] {
    var faults = Faults()
    for x in samples {
      faults.expect(x - x == 0 && x + 0 == x && x * 1 == x && x / 1 == x, "identity at \(x)")
      faults.expect(-(-x) == x && x + -x == 0 && 0 - x == -x, "negation at \(x)")
      faults.expect(x.magnitude == Swift.max(x, -x) && abs(x) == x.magnitude, "magnitude at \(x)")
      faults.expect((x * x).squareRoot() == x.magnitude || (x * x).double != x.double * x.double, "root at \(x)")
      if x != 0 { faults.expect(x / x == 1 && (1 / x).sign == x.sign, "quotient at \(x)") }
      for y in samples {
        faults.expect(x + y == y + x && x * y == y * x && x - y == -(y - x), "commutation at \(x), \(y)")
        faults.expect((x < y) == (x.double < y.double) && (x <= y) == (x.double <= y.double), "order of \(x), \(y)")
        faults.expect((x == y) == (x.double == y.double) && (x == y) == x.isEqual(to: y), "equality of \(x), \(y)")
        faults.expect(x.isLess(than: y) == (x < y) && x.isLessThanOrEqualTo(y) == (x <= y), "isLess of \(x), \(y)")
        faults.expect(x.distance(to: y) == y - x && x.advanced(by: y) == x + y, "stride of \(x), \(y)")
        var sum = x
        sum += y
        var product = x
        product *= y
        var difference = x
        difference -= y
        var quotient = x
        quotient /= y
        faults.expect(sum == x + y && product == x * y && difference == x - y, "assignment at \(x), \(y)")
        faults.expect(quotient == x / y || (x == 0 && y == 0), "division assignment at \(x), \(y)")
        faults.expect(Number(0).addingProduct(x, y) == x * y, "fused product at \(x), \(y)")
        let copy = Number(signOf: x, magnitudeOf: y)
        faults.expect(copy.sign == x.sign && copy.magnitude == y.magnitude, "signOf at \(x), \(y)")
        faults.expect(Number.minimum(x, y) == Swift.min(x, y) && Number.maximum(x, y) == Swift.max(x, y), "minimum")
        if y != 0 {
          let remainder = x.remainder(dividingBy: y).double
          let truncating = x.truncatingRemainder(dividingBy: y).double
          faults.expect(remainder == x.double.remainder(dividingBy: y.double), "remainder at \(x), \(y)")
          faults.expect(truncating == x.double.truncatingRemainder(dividingBy: y.double), "truncating at \(x), \(y)")
        }
      }
    }
    return faults.found
  }

  static func structure() -> [String] {
    var faults = Faults()
    for x in samples {
      let encoded = Number(
        sign: x.sign, exponentBitPattern: x.exponentBitPattern, significandBitPattern: x.significandBitPattern)
      faults.expect(encoded == x && encoded.sign == x.sign, "encoding of \(x)")
      for rule in [FloatingPointRoundingRule.up, .down, .towardZero, .awayFromZero, .toNearestOrEven] {
        faults.expect(x.rounded(rule).double == x.double.rounded(rule), "rounding of \(x)")
      }
      faults.expect(x.hashValue == Number(x.double).hashValue, "hash of \(x)")
      faults.expect(Number(accumulator: x.accumulator) == x && x.accumulator.double == x.double, "accumulator of \(x)")
      faults.expect(Double(x) == x.double && Number(exactly: x.double) == x && Number(x) == x, "conversion of \(x)")
      faults.expect(x.nextUp > x && x.nextDown < x && x.nextUp.nextDown == x, "neighbours of \(x)")
      faults.expect(x.isFinite && !x.isNaN && !x.isInfinite && x.isCanonical && !x.isSignalingNaN, "class of \(x)")
      faults.expect(x.isZero == (x == 0), "zero \(x)")
      guard x != 0 else { continue }
      let rebuilt = Number(sign: x.sign, exponent: x.exponent, significand: x.significand)
      faults.expect(rebuilt == x && x.significand >= 1 && x.significand < 2, "significand of \(x)")
      faults.expect(x.exponent == Number.Exponent(x.double.exponent), "exponent of \(x)")
      faults.expect(x.binade.double == x.double.binade && x.significandWidth == x.double.significandWidth, "\(x)")
      faults.expect(x.isNormal && !x.isSubnormal, "normality of \(x)")
      faults.expect(x.magnitude.nextUp - x.magnitude == x.ulp, "ulp of \(x)")
    }
    let unit = Number(sign: .plus, exponent: Number.Exponent(-Number.significandBitCount), significand: 1)
    faults.expect(Number.ulpOfOne == unit && Number(1).ulp == unit, "ulpOfOne")
    faults.expect(Number.radix == 2 && (Number.pi.double - .pi).magnitude <= Number(4).ulp.double / 2, "pi")
    return faults.found
  }

  static func extremes() -> [String] {
    var faults = Faults()
    let nan = Number.nan
    faults.expect(nan.isNaN && nan != nan && !(nan < 1) && !(nan >= 1) && !nan.isSignalingNaN, "NaN compares")
    faults.expect(Number.signalingNaN.isSignalingNaN && (nan + 1).isNaN, "NaN spreads")
    faults.expect(Number.minimum(nan, 1) == 1 && Number.maximum(1, nan) == 1, "minimum passes over NaN")
    let greatest = Number.greatestFiniteMagnitude
    faults.expect(greatest.nextUp == .infinity && greatest + greatest == .infinity && greatest.isFinite, "overflow")
    faults.expect(Number.infinity.isInfinite && (Number.infinity - .infinity).isNaN, "infinity")
    faults.expect(Number(1) / 0 == .infinity && (Number(1) / -0.0).sign == .minus, "division by zero")
    let least = Number.leastNonzeroMagnitude
    faults.expect(least > 0 && least / 2 == 0 && least.isSubnormal && least.nextDown == 0, "least number")
    faults.expect(Number(0).nextUp == least && Number.leastNormalMagnitude.isNormal, "subnormals")
    faults.expect(Number.leastNormalMagnitude.nextDown.isSubnormal, "normal and subnormal numbers are adjacent")
    let zeros = Set<Number>([0, -0.0])
    faults.expect(zeros.count == 1 && Number(-0.0).sign == .minus, "zeros are equal and hash alike")
    let ordered: [Number] = [-.infinity, -1, -least, -0.0, 0, least, 1, .infinity, .nan]
    for (low, high) in zip(ordered, ordered.dropFirst()) {
      faults.expect(low.isTotallyOrdered(belowOrEqualTo: high), "total order: \(low), \(high)")
      faults.expect(!high.isTotallyOrdered(belowOrEqualTo: low), "total order: \(high), \(low)")
    }
    faults.expect(Number(0).floatingPointClass == .positiveZero, "class of 0")
    faults.expect((-least).floatingPointClass == .negativeSubnormal, "class of −least")
    faults.expect(Array(stride(from: Number(0), to: 1, by: 0.25)).count == 4, "stride")
    faults.expect(Number(UInt8(200)) == 200 && Int(Number(-3)) == -3, "integers")
    return faults.found
  }
}

/// Collects the names of laws that did not hold.
struct Faults {
  var found: [String] = []

  mutating func expect(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { found.append(law()) }
  }
}
