import GlissadeNumerics
import Testing

@Suite("BFloat16: arithmetic") struct BFloat16ArithmeticTests {
  @Test("+ − · / equal Double's result rounded once") func operations() {
    var failures = 0
    for x in sampleBFloat16s {
      for y in sampleBFloat16s {
        let a = Double(x)
        let b = Double(y)
        if !isSame(Double(x + y), referenceRounding(a + b)) { failures += 1 }
        if !isSame(Double(x - y), referenceRounding(a - b)) { failures += 1 }
        if !isSame(Double(x * y), referenceRounding(a * b)) { failures += 1 }
        if !isSame(Double(x / y), referenceRounding(a / b)) { failures += 1 }
      }
    }
    #expect(failures == 0)
  }

  @Test("All square roots") func squareRoots() {
    var failures = 0
    for bits in UInt16.min...UInt16.max {
      let x = BFloat16(bitPattern: bits)
      if !isSame(Double(x.squareRoot()), referenceRounding(Double(x).squareRoot())) { failures += 1 }
    }
    #expect(failures == 0)
  }

  @Test("Remainders and rounding are Double's") func remainders() {
    var failures = 0
    let some = sampleBFloat16s.filter { $0.isFinite && ($0 == 0 || (0x1p-20...0x1p20).contains($0.magnitude)) }
    for x in some {
      for rule in [FloatingPointRoundingRule.up, .down, .towardZero, .toNearestOrEven, .toNearestOrAwayFromZero] {
        if !isSame(Double(x.rounded(rule)), Double(x).rounded(rule)) { failures += 1 }
      }
      for y in some where y != 0 {
        let a = Double(x)
        let b = Double(y)
        if !isSame(Double(x.remainder(dividingBy: y)), a.remainder(dividingBy: b)) { failures += 1 }
        if !isSame(Double(x.truncatingRemainder(dividingBy: y)), a.truncatingRemainder(dividingBy: b)) { failures += 1 }
      }
    }
    #expect(failures == 0)
  }

  @Test("The fused product rounds once where the sum is exact in Double") func fusedProduct() {
    var failures = 0
    let some = sampleBFloat16s.filter { $0.isFinite && (0x1p-8...0x1p8).contains($0.magnitude) }
    for x in some {
      for y in some {
        for z: BFloat16 in [0, 1, -1, 0.3, -257] {
          // 53 bits hold every such sum, so this reference is exact before its one rounding.
          let exact = Double(x) * Double(y) + Double(z)
          if !isSame(Double(z.addingProduct(x, y)), referenceRounding(exact)) { failures += 1 }
        }
      }
    }
    #expect(failures == 0)
  }

  @Test("The fused product sees addends that Double loses, next to ties")
  func fusedTies() {
    let tiny: BFloat16 = 0x1p-100
    // 259 = 7·37 lies between 258 and 260, 261 = 9·29 between 260 and 262; alone both tie to 260.
    #expect(BFloat16(0).addingProduct(7, 37) == 260 && BFloat16(0).addingProduct(9, 29) == 260)
    #expect((-tiny).addingProduct(7, 37) == 258 && tiny.addingProduct(7, 37) == 260)
    #expect(tiny.addingProduct(9, 29) == 262 && (-tiny).addingProduct(9, 29) == 260)
    #expect(tiny.addingProduct(-7, 37) == -258 && (-tiny).addingProduct(9, -29) == -262)
    // And the tie may come from the addend's side: 2⁻¹³⁴ is the tie between 0 and the least number.
    #expect(BFloat16(0).addingProduct(0x1p-67, 0x1p-67) == 0)
    #expect(BFloat16.infinity.addingProduct(1, 1) == .infinity)
    #expect(BFloat16.infinity.addingProduct(-.infinity, 1).isNaN)
    #expect(BFloat16(1).addingProduct(-1, 1).sign == .plus)
  }

  @Test("NaNs of arithmetic are quiet") func quietness() {
    let infinity = BFloat16.infinity
    let zero = BFloat16(0)
    let signaling = BFloat16.signalingNaN
    for result in [signaling + 1, signaling * 2, zero / zero, infinity - infinity, BFloat16(-1).squareRoot()] {
      #expect(result.isNaN && !result.isSignalingNaN)
    }
  }

  @Test("ulp is the distance to the next number, and nextUp walks all of them in order") func neighbours() {
    var failures = 0
    for bits in UInt16(0)..<0x7f7f {
      let x = BFloat16(bitPattern: bits)
      if x.nextUp.bitPattern != bits + 1 || x.nextUp - x != x.ulp || (-x).ulp != x.ulp { failures += 1 }
      if x.nextUp.nextDown != x || !(x < x.nextUp) || x.nextUp <= x { failures += 1 }
    }
    #expect(failures == 0)
    #expect(BFloat16.greatestFiniteMagnitude.nextUp == .infinity && BFloat16.infinity.nextUp == .infinity)
    #expect((-BFloat16.leastNonzeroMagnitude).nextUp.bitPattern == 0x8000 && BFloat16.infinity.ulp.isNaN)
  }
}
