import Foundation
import GlissadeNumerics
import Testing

@Suite("BFloat16: conversion") struct BFloat16ConversionTests {
  @Test("All 65536 encodings survive Float, Double and their own bit patterns") func roundTrips() {
    var failures = 0
    for bits in UInt16.min...UInt16.max {
      let x = BFloat16(bitPattern: bits)
      let rebuilt = BFloat16(
        sign: x.sign, exponentBitPattern: x.exponentBitPattern, significandBitPattern: x.significandBitPattern)
      if rebuilt.bitPattern != bits { failures += 1 }
      // A signaling NaN comes back quiet.
      let expected = x.isNaN ? bits | 0x40 : bits
      if BFloat16(Float(x)).bitPattern != expected || BFloat16(Double(x)).bitPattern != expected { failures += 1 }
      if x.isNaN != Float(x).isNaN || x.isFinite != Float(x).isFinite { failures += 1 }
    }
    #expect(failures == 0)
  }

  @Test("Description and text agree for every finite number") func text() {
    var failures = 0
    for bits in stride(from: UInt16(0), to: 0x7f80, by: 7) {
      let x = BFloat16(bitPattern: bits)
      if BFloat16(x.description)?.bitPattern != bits || BFloat16((-x).description) != -x { failures += 1 }
    }
    #expect(failures == 0)
    #expect(BFloat16("-inf") == -.infinity && BFloat16("nan")?.isNaN == true && BFloat16("one") == nil)
    #expect(BFloat16("3.14159"[...]) == .pi)
  }

  @Test("Every gap between neighbours is rounded right: below, at and above its middle") func gaps() {
    var failures = 0
    for bits in UInt16(0)..<0x7f7f {
      let low = Double(BFloat16(bitPattern: bits))
      let high = Double(BFloat16(bitPattern: bits + 1))
      let middle = (low + high) / 2
      for value in [middle.nextDown, middle, middle.nextUp] {
        let expected = referenceRounding(value)
        if Double(BFloat16(value)) != expected || Double(BFloat16(-value)) != -expected { failures += 1 }
      }
      let even = bits & 1 == 0 ? low : high
      if Double(BFloat16(Float(middle))) != even || Double(BFloat16(middle)) != even { failures += 1 }
      if Double(BFloat16(middle.nextDown)) != low || Double(BFloat16(middle.nextUp)) != high { failures += 1 }
    }
    #expect(failures == 0)
  }

  @Test("Rounding twice, by way of Float, would fail the test above") func doubleRoundingIsCaught() {
    let justBelowTie = (1 + 0x1p-7 + 0x1p-8).nextDown
    #expect(BFloat16(Float(justBelowTie)) != BFloat16(justBelowTie))
    #expect(BFloat16(justBelowTie) == 1 + BFloat16.ulpOfOne)
  }

  @Test("Overflow, underflow and NaN") func extremes() {
    #expect(BFloat16(Double.greatestFiniteMagnitude) == .infinity)
    #expect(BFloat16(-0x1.fep127) == -.greatestFiniteMagnitude)
    #expect(BFloat16(0x1.ffp127) == .infinity && BFloat16((0x1.ffp127).nextDown) == .greatestFiniteMagnitude)
    #expect(BFloat16(0x1p-134) == 0 && BFloat16((0x1p-134).nextUp) == .leastNonzeroMagnitude)
    #expect(BFloat16(-Double.leastNonzeroMagnitude).bitPattern == 0x8000)
    #expect(BFloat16(Float(bitPattern: 0x7f80_0001)).isNaN, "a payload in the lower half must not become infinity")
    #expect(!BFloat16(Float.signalingNaN).isSignalingNaN && BFloat16.signalingNaN.isSignalingNaN)
  }

  @Test("Integers are rounded once") func integers() {
    #expect(BFloat16(257) == 256 && BFloat16(259) == 260 && BFloat16(-259) == -260)
    #expect(BFloat16(Int.max) == 0x1p63 && BFloat16(Int.min) == -0x1p63)
    // Just above a tie, by less than a Double can tell.
    let tie = (1 << 62) + (1 << 54)
    #expect(BFloat16(tie) == 0x1p62 && BFloat16(tie + 1) == 0x1.02p62 && BFloat16(-tie - 1) == -0x1.02p62)
    #expect(BFloat16(tie - 1) == 0x1p62)
    #expect(BFloat16(exactly: 257) == nil && BFloat16(exactly: 256) == 256)
    #expect(Int(BFloat16(-7)) == -7 && UInt8(BFloat16(200)) == 200)
  }

  @Test("JSON") func json() throws {
    let values: [BFloat16] = [1.5, -0.0078125, 3e38]
    let data = try JSONEncoder().encode(values)
    #expect(try JSONDecoder().decode([BFloat16].self, from: data) == values)
  }
}
