import GlissadeData

/// What a comparison recorded in its `compare.jsonl`; `Docs/Guides/RecordsOfComparisons.md` tells the format.
struct ComparisonRecord: Sendable {
  let path: String
  /// The first line.
  let head: RecordLine
  let problems: [Problem]
  /// The labels of the optimizers, in the order of the command line.
  let optimizers: [String]
  private(set) var trials: [Trial] = []
  private(set) var tuned: [Tuned] = []
  private(set) var runs: [Run] = []
  private(set) var summaries: [Summary] = []
  private(set) var tests: [PairedTest] = []
  private(set) var profiles: [Profile] = []
  private(set) var isFinished = false

  /// Reads a record; throws `RecordError` or `InputError`.
  init(path: String) throws { try self.init(try RecordFile(path: path)) }

  init(_ file: RecordFile) throws {
    guard let head = file.lines.first, head.event == "comparison" else {
      throw RecordError.beginning(path: file.path, expected: "comparison")
    }
    path = file.path
    self.head = head
    guard let problems = head["problems"]?.array, let optimizers = head["optimizers"]?.array else {
      throw head.failure("arrays 'problems' and 'optimizers'")
    }
    self.problems = try problems.map { try Problem($0, in: head) }
    self.optimizers = try optimizers.map { value in
      guard let label = value["label"]?.text else { throw head.failure("a text 'label' for each optimizer") }
      return label
    }
    for line in file.lines.dropFirst() { try add(line) }
  }

  private mutating func add(_ line: RecordLine) throws {
    switch line.event {
    case "trial": trials.append(try Trial(line))
    case "tuned": tuned.append(try Tuned(line))
    case "run": runs.append(try Run(line))
    case "summary": summaries.append(try Summary(line))
    case "test": tests.append(try PairedTest(line))
    case "profile": profiles.append(try Profile(line))
    case "finished": isFinished = true
    default: break
    }
  }

  /// The style of an optimizer, the same in all charts.
  func style(_ optimizer: String) -> Int { optimizers.firstIndex(of: optimizer) ?? optimizers.count }
}
