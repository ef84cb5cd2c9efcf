/// The learning-rate range test: a short run whose learning rate grows exponentially from step to step.
///
/// The loss falls while rates are useful and rises when they become too large. Smith 2017 (arXiv:1506.01186), with the
/// exponential growth and the smoothing of Gugger 2018 and fastai. The test ends early where the smoothed loss is more than
/// `explosion` times its least, or something is infinite or NaN.
public struct LearningRateRangeTest: Sendable, Hashable {
  /// The first rate and the last.
  public var rates: ClosedRange<Double>
  /// The number of steps from one to the other.
  public var steps: Int
  /// The weight of the past in the smoothed loss.
  public var smoothing: Double
  /// How many times its least the smoothed loss must be to end the test.
  public var explosion: Double

  /// A test, by default from 1e-6 to 10 in 200 steps; traps where the numbers make no sense.
  public init(
    rates: ClosedRange<Double> = 1e-6...10, steps: Int = 200, smoothing: Double = 0.9, explosion: Double = 4
  ) {
    require(
      rates.lowerBound > 0 && rates.upperBound.isFinite && rates.lowerBound < rates.upperBound,
      "learning rates grow from one above 0 to a larger one, not from \(rates.lowerBound) to \(rates.upperBound)")
    require(steps > 1, "a range test has two steps or more, not \(steps)")
    require((0..<1).contains(smoothing), "the weight of the past is from 0 to below 1, not \(smoothing)")
    self.rates = rates
    self.steps = steps
    self.smoothing = smoothing
    self.explosion = explosion
  }

  /// The rate of a step, from 0.
  public func rate(at step: Int) -> Double {
    rates.lowerBound * realPower(rates.upperBound / rates.lowerBound, Double(step) / Double(steps - 1))
  }

  /// Runs the test of an optimizer on a problem.
  public func run(_ optimizer: some Optimizer, on problem: some TestProblem, seed: UInt64) throws -> RangeTestResult {
    var rule = optimizer
    rule.learningRate = rates.lowerBound
    let growth = Schedule { step in rate(at: min(step, steps - 1)) / rates.lowerBound }
    return try run(problem.begin(with: rule.scheduled(growth), seed: seed))
  }

  private func run(_ begun: some TestProblemRun) throws -> RangeTestResult {
    var run = begun
    var result = RangeTestResult()
    var (average, weight, least) = (0.0, 0.0, Double.infinity)
    for step in 0..<steps {
      let loss = try run.step()
      guard loss.isFinite else { break }
      average = smoothing * average + (1 - smoothing) * loss
      weight = smoothing * weight + (1 - smoothing)
      let smoothed = average / weight
      result.rates.append(rate(at: step))
      result.losses.append(loss)
      result.smoothed.append(smoothed)
      least = min(least, smoothed)
      // The least of a loss that may be negative says nothing about explosion.
      if least > 0 && smoothed > explosion * least { break }
    }
    return result
  }
}
