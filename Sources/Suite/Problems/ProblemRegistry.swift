/// The test problems that can be had by name.
public struct ProblemRegistry: Sendable {
  /// The entries, in the order in which they are listed.
  public let entries: [ProblemEntry]

  /// A registry of the given entries.
  public init(_ entries: [ProblemEntry]) { self.entries = entries }

  /// The names of groups, each of which stands for its problems.
  public var groups: [String] {
    entries.flatMap(\.groups).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The problems of names and groups, each once; throws a sentence for a name that there is not, or where data are missing.
  ///
  /// Data sets that are no part of the package are looked for in `folders`.
  public func problems(_ names: [String], in folders: DataFolders = .standard) throws -> [any TestProblem] {
    var wanted: [ProblemEntry] = []
    for name in names {
      let found = entries.filter { $0.name == name || $0.groups.contains(name) }
      guard !found.isEmpty else {
        throw ComparisonError.unknownProblem(name, known: groups + entries.map(\.name))
      }
      wanted += found.filter { entry in !wanted.contains { $0.name == entry.name } }
    }
    return try wanted.map { try $0.make(folders) }
  }
}

/// A problem in the registry.
public struct ProblemEntry: Sendable {
  /// Its name.
  public let name: String
  /// The groups that it belongs to.
  public let groups: [String]
  /// What it is, in a line.
  public let summary: String
  let make: @Sendable (DataFolders) throws -> any TestProblem

  /// An entry; `make` is called when the problem is wanted, with the folders in which data sets are looked for.
  public init(
    _ name: String, groups: [String], summary: String,
    make: @escaping @Sendable (DataFolders) throws -> any TestProblem
  ) {
    self.name = name
    self.groups = groups
    self.summary = summary
    self.make = make
  }
}
