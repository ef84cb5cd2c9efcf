import GlissadeNumerics
import Testing

@Suite("Laws of floating-point numbers") struct FloatingPointLawsTests {
  @Test("Float and Double, which shows that the laws are right") func standardTypes() {
    check(Float.self)
    check(Double.self)
  }

  @Test("BFloat16") func brainFloat() { check(BFloat16.self) }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test("Float16") func halfFloat() { check(Float16.self) }
  #endif

  @Test("Dual numbers over each of them, and over themselves") func duals() {
    check(Dual<Double>.self)
    check(Dual<Float>.self)
    check(Dual<BFloat16>.self)
    check(Dual<Dual<Double>>.self)
  }

  @Test("A number that breaks a law is reported") func lawsCanFail() {
    var faults = Faults()
    faults.expect(BFloat16(1) + 0x1p-8 != 1, "exact addition")
    #expect(faults.found == ["exact addition"])
  }

  private func check<Number: Scalar>(_ type: Number.Type) where Number.Stride == Number {
    #expect(FloatingPointLaws<Number>.arithmetic() == [], "\(Number.name)")
    #expect(FloatingPointLaws<Number>.structure() == [], "\(Number.name)")
    #expect(FloatingPointLaws<Number>.extremes() == [], "\(Number.name)")
  }
}
