/// A line of a comparison's record; Docs/Guides/RecordsOfComparisons.md describes them.
public enum ComparisonLine: Hashable, Sendable {
  case comparison(ComparisonHeader)
  case trial(TrialLine)
  case tuned(TunedLine)
  case run(RunLine)
  case summary(SummaryLine)
  case test(TestLine)
  case profile(ProfileLine)
  case finished(FinishedLine)

  /// What identifies it, for runs and trials.
  var key: RunKey? {
    switch self {
    case .trial(let line): line.key
    case .run(let line): line.key
    default: nil
    }
  }
}

/// The first line: what is compared, how, and where.
public struct ComparisonHeader: Hashable, Sendable {
  /// The version of the record's format.
  public static let format = 1

  /// The version of the library.
  public var version: String
  /// When the comparison began, as ISO 8601 has it.
  public var created: String
  /// The command line.
  public var command: [String]
  /// What is compared.
  public var plan: ComparisonPlan
  /// Where it runs.
  public var environment: ComparisonEnvironment

  /// A header of the given parts.
  public init(
    version: String, created: String, command: [String], plan: ComparisonPlan, environment: ComparisonEnvironment
  ) {
    self.version = version
    self.created = created
    self.command = command
    self.plan = plan
    self.environment = environment
  }
}

/// Where a comparison runs.
public struct ComparisonEnvironment: Codable, Hashable, Sendable {
  /// The processor's name.
  public var processor: String
  /// The operating system.
  public var system: String
  /// The kernels in use.
  public var kernels: String
  /// The number of processors.
  public var cores: Int
  /// The number of runs at a time.
  public var jobs: Int

  /// An environment of the given parts.
  public init(processor: String, system: String, kernels: String, cores: Int, jobs: Int) {
    self.processor = processor
    self.system = system
    self.kernels = kernels
    self.cores = cores
    self.jobs = jobs
  }
}

/// A run of the learning-rate search.
public struct TrialLine: Hashable, Sendable {
  public let problem: String
  public let optimizer: String
  /// The number of the learning rate.
  public let trial: Int
  public let seedIndex: Int
  public let seed: UInt64
  public let learningRate: Double
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

/// The learning rate that an optimizer has on a problem, and where it is from.
public struct TunedLine: Codable, Hashable, Sendable {
  /// Where a learning rate is from.
  public enum Source: String, Codable, Sendable {
    /// The best of the trials.
    case search
    /// The settings.
    case given
    /// The optimizer's default.
    case `default`
  }

  public let problem: String
  public let optimizer: String
  public let learningRate: Double
  public let source: Source
  /// The number of the best trial.
  public let trial: Int?
}

/// A run that is reported.
public struct RunLine: Hashable, Sendable {
  public let problem: String
  public let optimizer: String
  public let seedIndex: Int
  public let seed: UInt64
  public let learningRate: Double
  public let result: RunResult
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

/// The last line.
public struct FinishedLine: Codable, Hashable, Sendable {
  /// The number of runs.
  public let runs: Int
  /// The number of runs of the search.
  public let trials: Int
  /// The processor's time of all of them.
  public let seconds: Double
}
