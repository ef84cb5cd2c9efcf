import GlissadeLayers
import Testing

/// Mean, deviation and limits of drawn values.
struct Moments {
  let mean: Double
  let deviation: Double
  let smallest: Double
  let largest: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    smallest = values.min() ?? .nan
    largest = values.max() ?? .nan
  }
}

private let shape: Shape = [200, 100]

private func moments(_ initializer: some Initializer, seed: UInt64 = 1) -> Moments {
  Moments(initializer.values(shape: shape, stream: RandomStream(seed: seed, purpose: .initialization)))
}

@Suite struct DistributionTests {
  /// Five standard errors of a mean of 20 000 draws of deviation 1, and of their deviation (with room for kurtosis).
  private let slack = 5.0 / 20_000.0.squareRoot()

  @Test func uniform() {
    let moments = moments(.uniform(-1, 3))
    #expect(moments.smallest >= -1 && moments.smallest < -0.99)
    #expect(moments.largest < 3 && moments.largest > 2.99)
    #expect((moments.mean - 1).magnitude < slack * 4 / 12.0.squareRoot())
    #expect((moments.deviation - 4 / 12.0.squareRoot()).magnitude < slack * 1.2)
  }

  @Test func normal() {
    let moments = moments(.normal(deviation: 2, mean: 5))
    #expect((moments.mean - 5).magnitude < 2 * slack)
    #expect((moments.deviation - 2).magnitude < 2 * slack)
    #expect(moments.largest > 5 + 2 * 3)
  }

  /// Deviation after the cut at two: 0.8796 (golden/init.json, `trunc_normal.0.0.1.0.-2.0.2.0`).
  @Test func truncatedNormal() {
    let moments = moments(.truncatedNormal(deviation: 3, mean: -1))
    #expect(moments.smallest >= -7 && moments.largest <= 5)
    #expect(moments.smallest < -6.9 && moments.largest > 4.9)
    #expect((moments.mean + 1).magnitude < 3 * slack)
    #expect((moments.deviation - 3 * 0.8796256610342398).magnitude < 3 * slack)
  }

  /// Quantiles of golden/init.json, `trunc_normal.0.5.0.3.0.0.1.0`.
  @Test func truncatedNormalWithLimitsOfItsOwn() {
    let initializer = Distribution.truncatedNormal(mean: 0.5, deviation: 0.3, lower: 0, upper: 1)
    let moments = moments(initializer)
    #expect(moments.smallest >= 0 && moments.largest <= 1)
    #expect((moments.mean - 0.5).magnitude < slack)
    let values = initializer.values(shape: shape, stream: RandomStream(seed: 1, purpose: .initialization))
    let below = values.count { $0 < 0.5 }
    #expect((Double(below) / 20_000 - 0.5).magnitude < slack)
  }

  @Test func constants() {
    #expect(moments(.constant(3)).mean == 3)
    #expect(moments(.zeros).largest == 0)
    #expect(moments(.ones).smallest == 1)
  }

  @Test(arguments: VarianceScaling.Form.allCases, VarianceScaling.Fan.allCases)
  func scaledFormsHaveTheDeviationAskedFor(_ form: VarianceScaling.Form, _ fan: VarianceScaling.Fan) {
    let initializer = VarianceScaling(fan: fan, gain: 3, form: form)
    let count: Double = [.input: 100, .output: 200, .average: 150][fan] ?? .nan
    let deviation = 3 / count.squareRoot()
    #expect((initializer.deviation(for: shape) / deviation - 1).magnitude < 1e-15)
    let moments = moments(initializer)
    #expect(moments.mean.magnitude < slack * deviation)
    #expect((moments.deviation / deviation - 1).magnitude < slack)
    switch form {
    case .uniform: #expect(moments.largest <= 3.0.squareRoot() * deviation)
    case .normal: #expect(moments.largest > 3 * deviation)
    case .truncatedNormal: #expect(moments.largest <= 2 * deviation / 0.8796256610342398)
    }
  }

  @Test func namedInitializersAreTheirPapers() {
    #expect(VarianceScaling.he() == VarianceScaling(fan: .input, gain: 2.0.squareRoot(), form: .uniform))
    #expect(VarianceScaling.glorot() == VarianceScaling(fan: .average, gain: 1, form: .uniform))
    #expect(VarianceScaling.leCun() == VarianceScaling(fan: .input, gain: 1, form: .normal))
  }
}
