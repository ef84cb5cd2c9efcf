// The record's members are flat and plain: seeds as text, since JSON's numbers are Doubles elsewhere.

extension ComparisonPlan {
  private enum Key: String, CodingKey {
    case problems, optimizers, seed, seeds, trials, trialSeeds, rates, schedule
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    problems = try members.decode([Budgeted].self, forKey: .problems)
    optimizers = try members.decode([OptimizerChoice].self, forKey: .optimizers)
    seed = try members.decode(SeedText.self, forKey: .seed).seed
    seeds = try members.decode(Int.self, forKey: .seeds)
    trials = try members.decode(Int.self, forKey: .trials)
    trialSeeds = try members.decode(Int.self, forKey: .trialSeeds)
    let bounds = try members.decode([Double].self, forKey: .rates)
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw DecodingError.dataCorruptedError(forKey: .rates, in: members, debugDescription: "two bounds, ascending")
    }
    rates = bounds[0]...bounds[1]
    schedule = try members.decode(String.self, forKey: .schedule)
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(problems, forKey: .problems)
    try members.encode(optimizers, forKey: .optimizers)
    try members.encode(SeedText(seed: seed), forKey: .seed)
    try members.encode(seeds, forKey: .seeds)
    try members.encode(trials, forKey: .trials)
    try members.encode(trialSeeds, forKey: .trialSeeds)
    try members.encode([rates.lowerBound, rates.upperBound], forKey: .rates)
    try members.encode(schedule, forKey: .schedule)
  }
}

extension ComparisonPlan.Budgeted: Codable {
  private enum Key: String, CodingKey { case every }

  public init(from decoder: any Decoder) throws {
    facts = try ProblemFacts(from: decoder)
    every = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .every)
  }

  public func encode(to encoder: any Encoder) throws {
    try facts.encode(to: encoder)
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(every, forKey: .every)
  }
}

/// A seed as text.
struct SeedText: Codable, Hashable, Sendable {
  let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    guard let seed = UInt64(try value.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "a seed from 0 to 2⁶⁴ − 1, as text")
    }
    self.seed = seed
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(String(seed))
  }
}
