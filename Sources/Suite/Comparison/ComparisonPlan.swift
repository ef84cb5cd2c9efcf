/// What is compared, and how: all that decides the results of a comparison.
public struct ComparisonPlan: Codable, Hashable, Sendable {
  /// A problem with the budget of its runs.
  public struct Budgeted: Hashable, Sendable {
    /// The facts about the problem, with the steps and the target that hold here.
    public var facts: ProblemFacts
    /// Steps between two points of a curve.
    public var every: Int
  }

  /// The problems.
  public var problems: [Budgeted]
  /// The optimizers.
  public var optimizers: [OptimizerChoice]
  /// The seed from which the seeds of all runs and trials derive.
  public var seed: UInt64
  /// Runs of each optimizer on each problem.
  public var seeds: Int
  /// Learning rates that are tried for each optimizer on each problem before; 0 for no search.
  public var trials: Int
  /// Runs for each of these learning rates.
  public var trialSeeds: Int
  /// The factors on the optimizer's default learning rate between which the search looks.
  public var rates: ClosedRange<Double>
  /// The schedule in words, as `ScheduleRegistry` takes them.
  public var schedule: String

  /// A plan; throws a sentence where it makes no sense.
  ///
  /// Without `budget` a run has the steps that suit its problem; `target` is the value to reach in place of each problem's
  /// own; a curve has `points` points, its start not counted.
  public init(
    problems: [any TestProblem], optimizers: [OptimizerChoice], seeds: Int = 5, budget: Int? = nil,
    target: Double? = nil, trials: Int = 0, trialSeeds: Int = 1, rates: ClosedRange<Double> = 1e-3...1e3,
    schedule: String = "constant", seed: UInt64 = 0, points: Int = 100
  ) throws {
    if let name = problems.map(\.facts.name).firstRepeated { throw ComparisonError.repeated(name) }
    if let label = optimizers.map(\.label).firstRepeated { throw ComparisonError.repeated(label) }
    guard !problems.isEmpty, !optimizers.isEmpty, seeds > 0, trials >= 0, trialSeeds > 0, points > 0,
      budget.map({ $0 > 0 }) ?? true, rates.lowerBound > 0, rates.upperBound.isFinite
    else { throw ComparisonError.emptyPlan }
    self.problems = problems.map { problem in
      var facts = problem.facts
      facts.steps = budget ?? facts.steps
      facts.target = target ?? facts.target
      return Budgeted(facts: facts, every: max(1, facts.steps / points))
    }
    self.optimizers = optimizers
    self.seed = seed
    self.seeds = seeds
    self.trials = trials
    self.trialSeeds = trialSeeds
    self.rates = rates
    self.schedule = schedule
  }

  /// The seed of a reported run: the same for all optimizers and problems.
  public func runSeed(_ index: Int) -> UInt64 {
    RandomStream(seed: seed, purpose: RandomPurpose("comparison runs")).bits(at: index)
  }

  /// The seed of a run of the search, other than those of reported runs.
  public func trialSeed(_ index: Int) -> UInt64 {
    RandomStream(seed: seed, purpose: RandomPurpose("comparison trials")).bits(at: index)
  }

  /// The learning rate of a trial: low-discrepancy points in the logarithm, the same for all optimizers but for their defaults.
  public func trialRate(_ index: Int, standard: Double) -> Double {
    let shift = RandomStream(seed: seed, purpose: RandomPurpose("comparison rates")).uniform01(at: 0)
    let place = shiftedRadicalInverse(index, shift: shift)
    return standard * rates.lowerBound * realPower(rates.upperBound / rates.lowerBound, place)
  }

  /// Every problem with every optimizer, in the order in which results are listed.
  var pairs: [(problem: Int, optimizer: Int)] {
    problems.indices.flatMap { problem in optimizers.indices.map { (problem, $0) } }
  }
}

/// Point i of van der Corput's sequence, moved around the unit circle: any first n of them are spread evenly over 0..<1.
///
/// van der Corput 1935; the shift by Cranley and Patterson 1976 (doi:10.1137/0713071).
func shiftedRadicalInverse(_ index: Int, shift: Double) -> Double {
  var (rest, digit, place) = (index, 0.5, shift)
  while rest > 0 {
    if rest & 1 == 1 { place += digit }
    rest >>= 1
    digit /= 2
  }
  return place < 1 ? place : place - 1
}

extension [String] {
  /// The first that was there before.
  fileprivate var firstRepeated: String? { indices.first { self[..<$0].contains(self[$0]) }.map { self[$0] } }
}
