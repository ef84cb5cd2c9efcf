import Glissade

/// The data that the command line offers: a data set or file by name or path, or a task that is made up.
struct DataChoice {
  /// What was said.
  let text: String
  private let name: String
  private let settings: Settings

  /// Tasks that are made up.
  static let taskNames = [
    "modular-addition", "written-addition", "adding", "copy", "spirals", "two-moons", "sine", "curves",
  ]

  init(_ text: String) throws {
    self.text = text
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let isTask = Self.taskNames.contains(halves[0]) || halves[0] == "text"
    name = isTask ? halves[0] : text
    settings = try Settings(isTask && halves.count == 2 ? halves[1] : "", of: name, option: "data")
  }

  /// The data, read or made up; random ones are drawn by the seed.
  func load(seed: UInt64) throws -> TrainingData {
    let data = try makeUp(seed: seed)
    let result: TrainingData
    if let data {
      result = data
    } else {
      switch try DataSet.load(DataSource(name)) {
      case .labeled(let data): result = .labeled(training: data.training, test: data.test)
      case .text(let corpus):
        let length = try settings.count("context", 64)
        result = .windows(
          training: try corpus.training.windows(of: length, stride: 1),
          test: try corpus.validation.windows(of: length))
      }
    }
    try settings.requireAllRead()
    return result
  }

  private func makeUp(seed: UInt64) throws -> TrainingData? {
    switch name {
    case "modular-addition":
      let split = try ModularAddition(modulus: try settings.count("modulus", 97, minimum: 2))
        .split(trainingShare: try settings.share("share", 0.5), seed: seed)
      return .labeled(training: split.training, test: split.test)
    case "written-addition":
      let digits = try settings.count("digits", 2)
      guard digits <= 4 else { throw UsageError("Numbers of 1 to 4 digits are added, not of \(digits).") }
      let split = try WrittenAddition(digits: digits)
        .split(trainingShare: try settings.share("share", 0.9), seed: seed)
      return .sequences(training: split.training, test: split.test)
    case "adding":
      let problem = AddingProblem(length: try settings.count("length", 100, minimum: 2))
      return try .targets(parts(10_000) { try problem.examples(count: $0, seed: seed, first: $1) })
    case "copy":
      let problem = CopyMemory(gap: try settings.count("gap", 100))
      let made = try parts(10_000) { try problem.examples(count: $0, seed: seed, first: $1) }
      return .sequences(training: made.training, test: made.test)
    case "sine": return try .targets(parts(1_000) { try SineRegression().examples(count: $0, seed: seed, first: $1) })
    case "spirals": return try .labeled(parts(1_000) { try Spirals().examples(count: $0, seed: seed, first: $1) })
    case "two-moons": return try .labeled(parts(1_000) { try TwoMoons().examples(count: $0, seed: seed, first: $1) })
    case "curves":
      return try .labeled(parts(4_000) { try OneDimensionalDigits().examples(count: $0, seed: seed, first: $1) })
    default: return nil
    }
  }

  /// Examples to train on, and others of the same seed to test with.
  private func parts<Examples>(
    _ standard: Int, _ make: (_ count: Int, _ first: Int) throws -> Examples
  ) throws -> (training: Examples, test: Examples) {
    let (training, test) = (try settings.count("training", standard), try settings.count("test", 1_000))
    return (try make(training, 0), try make(test, training))
  }
}
