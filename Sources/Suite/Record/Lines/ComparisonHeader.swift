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

extension ComparisonHeader: Codable {
  private enum Key: String, CodingKey { case format, version, created, command, environment }

  /// Reads a header; throws for another format.
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

  /// Writes the header and the members of the plan side by side.
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
