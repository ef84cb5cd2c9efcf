import GlissadeSuite
import Testing

/// Against SciPy 1.17.1: `scipy.stats.quantile_test(x, p=.5).confidence_interval(.95)`, and `scipy.stats.binom` for its coverage.
@Suite struct MedianIntervalTests {
  struct Sample: Sendable {
    let values: [Double]
    let median: Double
    let low: Double
    let high: Double
    let coverage: Double
  }

  static let samples = [
    Sample(
      values: [-1.22, 1.34, -0.51, 0.29, -0.03, -0.44], median: -0.235, low: -1.22, high: 1.34, coverage: 0.96875),
    Sample(
      values: [-0.51, 0.63, -0.3, -0.15, 0.02, 1.18, 0.68, 0.38, -0.56], median: 0.02, low: -0.51, high: 0.68,
      coverage: 0.9609375),
    Sample(
      values: [-1.38, 0.95, 0.97, -0.14, 0.54, 0.78, 0.83, 0.92, -0.46, 1.51, -1.25, 0.86], median: 0.805,
      low: -0.46, high: 0.95, coverage: 0.96142578125),
    Sample(
      values: [
        0.49, 0.87, 1.88, 1.48, -1.15, -1.69, 0.82, -1.02, -0.01, 0.84, -1.64, -2.11, 0.26, 0.04, -0.25, 0.04, -0.86,
        -1.51, -0.17, -0.97,
      ], median: -0.09, low: -1.02, high: 0.49, coverage: 0.9586105346679688),
    Sample(
      values: [
        -1.64, 0.51, -0.06, 0.41, -0.99, -0.66, -1.0, -0.89, 0.2, -0.78, 0.36, 0.34, 2.03, -1.39, 0.89, -0.09, -0.01,
        -1.45, -0.46, 0.74, -0.08, 0.08, -0.29, 1.15, -0.02, -2.2, -0.69, -1.97, -3.25, -0.53, 1.33,
      ], median: -0.09, low: -0.78, high: 0.2, coverage: 0.9705506265163422),
  ]

  @Test(arguments: samples) func agreesWithSciPy(_ sample: Sample) throws {
    let interval = try #require(MedianInterval(sample.values))
    #expect(abs(interval.median - sample.median) < 1e-15)
    #expect((interval.low, interval.high) == (sample.low, sample.high))
    #expect(abs(interval.coverage - sample.coverage) < 1e-12)
  }

  /// SciPy gives no interval for five values, as none has 95 %; the extremes have 1 − 2/2⁵.
  @Test func smallSamples() throws {
    let five = try #require(MedianInterval([-0.75, 0.45, -0.54, -0.14, -1.11]))
    #expect((five.median, five.low, five.high, five.coverage) == (-0.54, -1.11, 0.45, 0.9375))
    let one = try #require(MedianInterval([3]))
    #expect((one.median, one.low, one.high, one.coverage) == (3, 3, 3, 0))
    #expect(MedianInterval([]) == nil)
    #expect(MedianInterval([1, .nan]) == nil)
  }

  @Test func infiniteValues() throws {
    let interval = try #require(MedianInterval([2, .infinity, 1, .infinity, 3]))
    #expect((interval.median, interval.low, interval.high) == (3, 1, .infinity))
    #expect(MedianInterval([.infinity, .infinity, 1])?.median == .infinity)
    #expect(MedianInterval([.infinity, 1])?.median == .infinity)
  }
}
