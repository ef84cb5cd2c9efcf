import Foundation

extension ComparisonLine {
  /// The line's text, members in alphabetic order.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Reads a line; nil for an event of another name, which is to be ignored.
  init?(text: some StringProtocol) throws {
    let (decoder, data) = (JSONDecoder(), Data(text.utf8))
    switch try decoder.decode(Event.self, from: data).event {
    case "comparison": self = .comparison(try decoder.decode(ComparisonHeader.self, from: data))
    case "trial": self = .trial(try decoder.decode(TrialLine.self, from: data))
    case "tuned": self = .tuned(try decoder.decode(TunedLine.self, from: data))
    case "run": self = .run(try decoder.decode(RunLine.self, from: data))
    case "summary": self = .summary(try decoder.decode(SummaryLine.self, from: data))
    case "test": self = .test(try decoder.decode(TestLine.self, from: data))
    case "profile": self = .profile(try decoder.decode(ProfileLine.self, from: data))
    case "finished": self = .finished(try decoder.decode(FinishedLine.self, from: data))
    default: return nil
    }
  }
}

/// What every line has.
private struct Event: Codable { let event: String }

extension ComparisonLine: Encodable {
  public func encode(to encoder: any Encoder) throws {
    let (name, members): (String, any Encodable) =
      switch self {
      case .comparison(let line): ("comparison", line)
      case .trial(let line): ("trial", line)
      case .tuned(let line): ("tuned", line)
      case .run(let line): ("run", line)
      case .summary(let line): ("summary", line)
      case .test(let line): ("test", line)
      case .profile(let line): ("profile", line)
      case .finished(let line): ("finished", line)
      }
    try Event(event: name).encode(to: encoder)
    try members.encode(to: encoder)
  }
}

extension ComparisonHeader: Codable {
  private enum Key: String, CodingKey { case format, version, created, command, environment }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    guard try members.decode(Int.self, forKey: .format) == Self.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .format, in: members, debugDescription: "a record of format \(Self.format)")
    }
    version = try members.decode(String.self, forKey: .version)
    created = try members.decode(String.self, forKey: .created)
    command = try members.decode([String].self, forKey: .command)
    environment = try members.decode(ComparisonEnvironment.self, forKey: .environment)
    plan = try ComparisonPlan(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(Self.format, forKey: .format)
    try members.encode(version, forKey: .version)
    try members.encode(created, forKey: .created)
    try members.encode(command, forKey: .command)
    try members.encode(environment, forKey: .environment)
    try plan.encode(to: encoder)
  }
}

/// The members that tell which run a line is of.
private struct RunMembers: Codable {
  let problem: String
  let optimizer: String
  let seedIndex: Int
  let seed: SeedText
  let learningRate: Double
  var trial: Int?
  var curve: RunCurve?
  var path: [[Double]]?
}

extension TrialLine: Codable {
  public init(from decoder: any Decoder) throws {
    let members = try RunMembers(from: decoder)
    let number = members.trial ?? 0
    let key = RunKey(
      problem: members.problem, optimizer: members.optimizer, seedIndex: members.seedIndex, trial: number)
    self.init(
      key, trial: number, seed: members.seed.seed, learningRate: members.learningRate,
      result: try RunResult(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try RunMembers(
      problem: problem, optimizer: optimizer, seedIndex: seedIndex, seed: SeedText(seed: seed),
      learningRate: learningRate, trial: trial
    ).encode(to: encoder)
    try result.encode(to: encoder)
  }
}

extension RunLine: Codable {
  public init(from decoder: any Decoder) throws {
    let members = try RunMembers(from: decoder)
    let key = RunKey(
      problem: members.problem, optimizer: members.optimizer, seedIndex: members.seedIndex, trial: nil)
    self.init(
      key, seed: members.seed.seed, learningRate: members.learningRate, result: try RunResult(from: decoder),
      curve: members.curve ?? RunCurve(), path: members.path)
  }

  public func encode(to encoder: any Encoder) throws {
    try RunMembers(
      problem: problem, optimizer: optimizer, seedIndex: seedIndex, seed: SeedText(seed: seed),
      learningRate: learningRate, curve: curve, path: path
    ).encode(to: encoder)
    try result.encode(to: encoder)
  }
}
