import GlissadeSuite
import Testing

@Suite struct LearningRateRangeTestTests {
  /// On a quadratic of largest curvature 1, gradient descent explodes beyond the rate 2 and the loss falls fastest before.
  @Test func quadratic() throws {
    let problem = QuadraticProblem("quadratic", conditionNumber: 10)
    let test = LearningRateRangeTest(rates: 1e-4...100, steps: 120)
    let result = try test.run(GradientDescent(), on: problem, seed: 3)
    let last = try #require(result.rates.last)
    #expect(result.rates.count < 120 && last > 2 && last < 20)
    #expect(result.rates[0] == 1e-4)
    #expect(abs(test.rate(at: 119) / 100 - 1) < 1e-12)
    for suggestion in [result.steepest, result.valley] {
      let rate = try #require(suggestion)
      #expect(rate > 0.01 && rate < 2)
    }
    #expect(result.losses[0] == result.smoothed[0])
    #expect(result == (try test.run(GradientDescent(learningRate: 5), on: problem, seed: 3)))
  }

  /// Where nothing falls there is nothing to suggest.
  @Test func rising() throws {
    let problem = QuadraticProblem("quadratic", conditionNumber: 10)
    let result = try LearningRateRangeTest(rates: 50...100, steps: 20).run(GradientDescent(), on: problem, seed: 3)
    #expect(result.steepest == nil && result.valley == nil)
  }
}
