import GlissadeSuite
import Testing

/// Against SciPy 1.17.1: `wilcoxon(method="exact")`, with `PermutationMethod(n_resamples=inf)` where there are ties, and `binomtest`.
@Suite struct PairedTestTests {
  struct Sample: Sendable {
    let first: [Double]
    let second: [Double]
    let wilcoxon: Double
    let sign: Double
  }

  static let samples = [
    Sample(
      first: [0.49, 0.357, 0.105, -0.93, -0.029, 0.695, -1.344, -0.458],
      second: [-1.011, -0.533, -1.337, -0.765, -0.896, 1.366, -0.787, -0.245], wilcoxon: 0.3125, sign: 1),
    // Differences that are equal in magnitude.
    Sample(
      first: [-2.5, -0.5, -0.0, 0.1, -1.5, -0.5, -1.0, -0.8, 1.1, -0.8, -0.0, 0.9],
      second: [-2.7, -0.2, 0.5, 0.6, -2.3, -0.0, 0.8, -1.9, 2.4, -0.3, -0.2, 3.3], wilcoxon: 0.14453125,
      sign: 0.3876953125),
    // Differences that are zero.
    Sample(
      first: [1, -1, 0, 1, 0, 1, 0, 1, 1, -1], second: [2, -1, 1, 0, 0, 1, 1, 3, 0, -1], wilcoxon: 0.53125,
      sign: 0.6875),
    Sample(
      first: [
        0.646903, -1.99242, -0.46317, -0.097287, 1.257015, 0.689404, -0.327213, -0.368576, -0.250195, 1.523529,
        -0.428025, -0.30368, 0.352589, -0.12077, -0.197284, -1.114067, -0.011521, -0.443581, 1.166128, 0.653089,
      ],
      second: [
        1.022759, -0.924039, -0.40304, 1.354839, 1.651615, 1.672786, -1.218106, 0.378104, -1.538399, -0.1118,
        -0.332502, -0.803608, 0.916642, 2.523987, -0.629007, -1.338011, 0.593883, 0.449432, 1.389722, 0.847159,
      ], wilcoxon: 0.21616744995117188, sign: 0.11531829833984375),
    Sample(
      first: [
        0.702463, 0.519908, -1.033676, -0.079181, 0.035287, -1.054485, 0.259839, -0.857956, 0.972067, 0.192746,
        0.089306, -0.591028, -0.11861, -1.997746, -1.131407, 0.36284, -2.128567, 0.846609, -1.746096, 0.756739,
        -0.845497, 0.778991, 0.130951, -1.536835, 1.249149, 1.441707, -0.065805, -0.273916, -0.159867, -0.975152,
      ],
      second: [
        2.20105, 0.377016, -0.684866, -0.472477, -0.190786, -1.93221, 1.916908, -0.612044, 2.337989, 0.606071,
        -0.205098, -0.517713, -0.278841, -1.589787, -1.106674, 0.462918, -3.107142, 0.439763, 0.307962, 0.485506,
        -1.499591, 1.516317, 1.938223, -2.590859, 1.440627, 1.209654, -1.426824, 0.861011, 0.216689, -0.50371,
      ], wilcoxon: 0.3284698575735092, sign: 0.5846647117286922),
  ]

  @Test(arguments: samples) func agreesWithSciPy(_ sample: Sample) {
    let test = PairedTest(sample.first, sample.second)
    #expect(abs(test.wilcoxon - sample.wilcoxon) < 1e-12)
    #expect(abs(test.sign - sample.sign) < 1e-12)
    let reversed = PairedTest(sample.second, sample.first)
    #expect(abs(reversed.wilcoxon - sample.wilcoxon) < 1e-12)
    #expect((reversed.firstSmaller, reversed.secondSmaller) == (test.secondSmaller, test.firstSmaller))
  }

  /// With five pairs nothing is below 2⁻⁴; runs that diverged are worse than any, and equal among themselves.
  @Test func fewPairsAndInfinities() {
    let test = PairedTest([1, 2, 3, 4, 5], [2, 4, 6, .infinity, .infinity])
    #expect((test.firstSmaller, test.secondSmaller, test.wilcoxon, test.sign) == (5, 0, 0.0625, 0.0625))
    let both = PairedTest([.infinity, 1], [.infinity, 2])
    #expect((both.firstSmaller, both.secondSmaller, both.wilcoxon) == (1, 0, 1))
    #expect(PairedTest([], []).wilcoxon == 1)
  }

  /// The example of Holm's procedure: 0.01, 0.04, 0.03 and 0.005 become 0.03, 0.06, 0.06 and 0.02 (R's `p.adjust`).
  @Test func holm() {
    let adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) { #expect(abs(value - expected) < 1e-15) }
    #expect(holmAdjusted([0.7, 0.8]) == [1, 1])
    #expect(holmAdjusted([]).isEmpty)
  }
}
