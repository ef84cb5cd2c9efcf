/// A run of the learning-rate search.
public struct TrialLine: Hashable, Sendable {
  /// The problem's name.
  public let problem: String
  /// The optimizer's label.
  public let optimizer: String
  /// The number of the learning rate, from 0.
  public let trial: Int
  /// The number of the seed among those of the trials, from 0.
  public let seedIndex: Int
  /// The seed.
  public let seed: UInt64
  /// The learning rate.
  public let learningRate: Double
  /// What it came to.
  public let result: RunResult

  init(_ key: RunKey, trial: Int, seed: UInt64, learningRate: Double, result: RunResult) {
    problem = key.problem
    optimizer = key.optimizer
    self.trial = trial
    seedIndex = key.seedIndex
    self.seed = seed
    self.learningRate = learningRate
    self.result = result
  }

  var key: RunKey { RunKey(problem: problem, optimizer: optimizer, seedIndex: seedIndex, trial: trial) }
}

extension TrialLine: Codable {
  /// Reads a trial, whose members are those of the run and of its result side by side.
  public init(from decoder: any Decoder) throws {
    let members = try RunMembers(from: decoder)
    let number = members.trial ?? 0
    let key = RunKey(
      problem: members.problem, optimizer: members.optimizer, seedIndex: members.seedIndex, trial: number)
    self.init(
      key, trial: number, seed: members.seed.seed, learningRate: members.learningRate,
      result: try RunResult(from: decoder))
  }

  /// Writes the members of the run and of its result side by side.
  public func encode(to encoder: any Encoder) throws {
    try RunMembers(
      problem: problem, optimizer: optimizer, seedIndex: seedIndex, seed: SeedText(seed: seed),
      learningRate: learningRate, trial: trial
    ).encode(to: encoder)
    try result.encode(to: encoder)
  }
}
