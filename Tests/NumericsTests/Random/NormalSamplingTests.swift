import Foundation
import GlissadeNumerics
import Testing

@Suite("Normal random numbers") struct NormalSamplingTests {
  let stream = RandomStream(seed: 42, purpose: .initialization, index: 3)

  @Test("The bits are those of an independent implementation in another language") func golden() {
    #expect(stream.normal(at: 0) == 0.922909266434065 && stream.normal(at: 1) == 0.5839311618214875)
    #expect(stream.normal(at: 2) == -1.599631465622524)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in 0..<4096 {
      var bits = stream.normal(at: i).bitPattern
      for _ in 0..<8 {
        hash = (hash ^ (bits & 0xff)) &* 0x100_0000_01b3
        bits >>= 8
      }
    }
    #expect(hash == 0x6f3c_cc69_1c47_b7f2)
  }

  @Test("Moments and distribution") func distribution() {
    let count = 20_000
    let values = (0..<count).map { stream.normal(at: $0) }
    let moments = Moments(values)
    let unit = 1 / Double(count).squareRoot()
    // Four standard errors of each estimator.
    #expect(moments.mean.magnitude < 4 * unit)
    #expect((moments.variance - 1).magnitude < 4 * unit * 2.0.squareRoot())
    #expect(moments.skewness.magnitude < 4 * unit * 6.0.squareRoot())
    #expect((moments.kurtosis - 3).magnitude < 4 * unit * 24.0.squareRoot())
    let distance = kolmogorovDistance(values) { 0.5 * erfc(-$0 / 2.0.squareRoot()) }
    #expect(distance < 1.95 * unit, "Kolmogorov–Smirnov, p = 0.001")
    #expect(kolmogorovDistance(values) { 0.5 * erfc(-($0 - 0.05) / 2.0.squareRoot()) } > 1.95 * unit, "a shift shows")
  }

  @Test("Neighbours in a stream and numbers of sibling streams are uncorrelated") func correlation() {
    let count = 10_000
    var neighbours = 0.0
    var siblings = 0.0
    let other = RandomStream(seed: 42, purpose: .initialization, index: 4)
    for i in 0..<count {
      neighbours += stream.normal(at: i) * stream.normal(at: i + 1)
      siblings += stream.normal(at: i) * other.normal(at: i)
    }
    #expect(neighbours.magnitude < 4 * Double(count).squareRoot())
    #expect(siblings.magnitude < 4 * Double(count).squareRoot())
  }

  @Test("Mean and deviation") func scaled() {
    #expect(stream.normal(at: 7, mean: 3, deviation: 0.5) == 3 + 0.5 * stream.normal(at: 7))
  }

  @Test("Truncated at two deviations: moments, limits and distribution") func truncated() {
    let distribution = TruncatedNormal(mean: 1, deviation: 0.5, lower: 0, upper: 2)
    let values = (0..<20_000).map { stream.normal(at: $0, from: distribution) }
    let moments = Moments(values)
    #expect(values.allSatisfy { $0 >= 0 && $0 <= 2 })
    #expect((moments.mean - 1).magnitude < 0.0125)
    #expect((moments.variance.squareRoot() - 0.5 * 0.8796256610342398).magnitude < 0.01)
    let mass = erf(2.0.squareRoot())
    let distance = kolmogorovDistance(values) { 0.5 + 0.5 * erf(($0 - 1) * 2 / 2.0.squareRoot()) / mass }
    #expect(distance < 1.95 / Double(values.count).squareRoot())
  }

  @Test("Truncated to one tail, near and far, and its mirror image") func tails() {
    let upper = TruncatedNormal(lower: 1, upper: 3)
    let moments = Moments((0..<20_000).map { stream.normal(at: $0, from: upper) })
    #expect((moments.mean - 1.510049513243984).magnitude < 0.012)
    #expect((moments.variance.squareRoot() - 0.41647677597210875).magnitude < 0.01)
    let lower = TruncatedNormal(lower: -3, upper: -1)
    for p in [0, 0.1, 0.5, 0.9, 1] { #expect((upper.quantile(p) + lower.quantile(1 - p)).magnitude < 1e-14) }
    // Far out, a normal tail is exponential: its median lies ln 2/x beyond x, to first order.
    let far = TruncatedNormal(lower: 30, upper: .infinity)
    #expect((far.quantile(0.5) - 30 - 0.6931 / 30).magnitude < 1e-4 && far.quantile(0) == 30)
    #expect(TruncatedNormal(lower: 50, upper: 60).quantile(0.5) == 50)
    #expect(TruncatedNormal(lower: -60, upper: -50).quantile(0.5) == -50)
    let unbounded = TruncatedNormal(lower: -.infinity, upper: 100)
    #expect((0..<1000).allSatisfy { unbounded.quantile(Double($0) / 1000) < 9 })
    #expect((unbounded.quantile(0.975) - 1.959963984540054).magnitude < 1e-14)
  }

  private func kolmogorovDistance(_ values: [Double], _ cumulative: (Double) -> Double) -> Double {
    var worst = 0.0
    let count = Double(values.count)
    for (i, value) in values.sorted().enumerated() {
      let expected = cumulative(value)
      worst = max(worst, (expected - Double(i) / count).magnitude, (expected - Double(i + 1) / count).magnitude)
    }
    return worst
  }
}

/// The first four moments of a sample.
struct Moments {
  var mean = 0.0
  var variance = 0.0
  var skewness = 0.0
  var kurtosis = 0.0

  init(_ values: [Double]) {
    let count = Double(values.count)
    for value in values { mean += value / count }
    for value in values {
      let square = (value - mean) * (value - mean)
      variance += square / count
      skewness += square * (value - mean) / count
      kurtosis += square * square / count
    }
    skewness /= variance * variance.squareRoot()
    kurtosis /= variance * variance
  }
}
