import GlissadeData

/// What a training run recorded in its `events.jsonl`.
struct RunRecord: Sendable {
  /// How a run ended.
  enum Outcome: Sendable, Hashable {
    case finished
    /// With the sentence that it ended with.
    case failed(String)
    /// It was asked to end, by a signal.
    case stopped(String)
    /// It was killed, or is under way.
    case unfinished
  }

  /// What a run warned of.
  struct Warning: Sendable, Hashable {
    let step: Double?
    let message: String
  }

  let path: String
  /// The members of the line `started`.
  private(set) var configuration: [JSONValue.Member] = []
  /// The members of the line `finished`.
  private(set) var results: [JSONValue.Member] = []
  private(set) var outcome = Outcome.unfinished
  private(set) var warnings: [Warning] = []
  /// What was measured over steps, by name: `trainLoss` of an epoch, `step.loss` of a step, `step.updateRatio/0.weight` of a
  /// part of the model.
  private(set) var curves: [String: [Series.Point]] = [:]
  /// The names of the curves in the order in which they came up.
  private(set) var curveNames: [String] = []

  /// Members that say where and how far, and are not measured.
  private static let places: Set<String> = ["event", "step", "epoch", "seconds", "time"]

  /// What the names of a step's curves begin with, as an epoch can have others of the same names.
  static let stepPrefix = "step."

  /// Reads a record; throws `RecordError` or `InputError`.
  init(path: String) throws { try self.init(try RecordFile(path: path)) }

  init(_ file: RecordFile) throws {
    path = file.path
    guard file.lines.first?.event == "started" else {
      throw RecordError.beginning(path: file.path, expected: "started")
    }
    for line in file.lines { try add(line) }
    for name in curveNames { curves[name] = Self.inOrder(curves[name] ?? []) }
  }

  private mutating func add(_ line: RecordLine) throws {
    let members = (line.value.members ?? []).filter { $0.name != "event" }
    switch line.event {
    case "started": configuration = members
    case "finished":
      results = members
      outcome = .finished
    case "failed": outcome = .failed(try line.text("message"))
    case "stopped": outcome = .stopped(line["signal"]?.text ?? "")
    case "warning": warnings.append(Warning(step: line["step"]?.number, message: try line.text("message")))
    default:
      // Whatever was measured at a step has its place on the page, also what later versions measure.
      guard let place = line["step"]?.number ?? line["epoch"]?.number else {
        if ["epoch", "step"].contains(line.event) { throw line.failure("a number 'step' or 'epoch'") }
        return
      }
      guard place.isFinite else { throw line.failure("a finite number 'step'") }
      let prefix = line.event == "step" ? Self.stepPrefix : ""
      for member in members where !Self.places.contains(member.name) { add(member, prefix, at: place) }
    }
  }

  private mutating func add(_ member: JSONValue.Member, _ prefix: String, at step: Double) {
    let name = prefix + member.name
    // Monitors' names are their own; those within another object are parts of it.
    let inner = member.name == "monitors" ? prefix : name + "/"
    switch member.value {
    case .number(let value): add(value, to: name, at: step)
    // A number that was not finite.
    case .null: add(.nan, to: name, at: step)
    case .object(let members): for part in members { add(part, inner, at: step) }
    case .bool, .text, .array: break
    }
  }

  private mutating func add(_ value: Double, to name: String, at step: Double) {
    if curves[name] == nil { curveNames.append(name) }
    curves[name, default: []].append(Series.Point(step, value))
  }

  /// By step; of several values for one step, which a resumed run has, the last.
  private static func inOrder(_ points: [Series.Point]) -> [Series.Point] {
    guard zip(points, points.dropFirst()).contains(where: { $0.x >= $1.x }) else { return points }
    var latest: [Double: Series.Point] = [:]
    for point in points { latest[point.x] = point }
    return latest.values.sorted { $0.x < $1.x }
  }
}

extension RunRecord {
  /// A member of the configuration.
  func setting(_ name: String) -> JSONValue? { configuration.last { $0.name == name }?.value }

  /// A member of the results.
  func result(_ name: String) -> JSONValue? { results.last { $0.name == name }?.value }

  /// The curves of which any value is a number.
  var shownCurves: [String] { curveNames.filter { name in (curves[name] ?? []).contains { $0.y.isFinite } } }

  /// The last value of a curve; infinite if the run broke down.
  func last(_ name: String) -> Double? {
    if case .failed = outcome { return .infinity }
    return curves[name]?.last?.y
  }

  var isBroken: Bool { if case .failed = outcome { true } else { false } }

  /// The number of steps that it took.
  var steps: Double? { result("steps")?.number ?? curves.values.compactMap { $0.last?.x }.max() }
}
