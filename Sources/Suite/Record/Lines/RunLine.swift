/// A run that is reported.
public struct RunLine: Hashable, Sendable {
  /// The problem's name.
  public let problem: String
  /// The optimizer's label.
  public let optimizer: String
  /// The number of the seed, from 0.
  public let seedIndex: Int
  /// The seed.
  public let seed: UInt64
  /// The learning rate.
  public let learningRate: Double
  /// What it came to.
  public let result: RunResult
  /// What it came to on its way.
  public let curve: RunCurve
  /// The points of the curve in the plane, for problems of two dimensions.
  public let path: [[Double]]?

  init(
    _ key: RunKey, seed: UInt64, learningRate: Double, result: RunResult, curve: RunCurve, path: [[Double]]?
  ) {
    problem = key.problem
    optimizer = key.optimizer
    seedIndex = key.seedIndex
    self.seed = seed
    self.learningRate = learningRate
    self.result = result
    self.curve = curve
    self.path = path
  }

  var key: RunKey { RunKey(problem: problem, optimizer: optimizer, seedIndex: seedIndex, trial: nil) }
}

extension RunLine: Codable {
  /// Reads a run, whose members are those of the run and of its result side by side.
  public init(from decoder: any Decoder) throws {
    let members = try RunMembers(from: decoder)
    let key = RunKey(
      problem: members.problem, optimizer: members.optimizer, seedIndex: members.seedIndex, trial: nil)
    self.init(
      key, seed: members.seed.seed, learningRate: members.learningRate, result: try RunResult(from: decoder),
      curve: members.curve ?? RunCurve(), path: members.path)
  }

  /// Writes the members of the run and of its result side by side.
  public func encode(to encoder: any Encoder) throws {
    try RunMembers(
      problem: problem, optimizer: optimizer, seedIndex: seedIndex, seed: SeedText(seed: seed),
      learningRate: learningRate, curve: curve, path: path
    ).encode(to: encoder)
    try result.encode(to: encoder)
  }
}
