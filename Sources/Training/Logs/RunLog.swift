import Foundation

/// The record of a run in a folder: events as JSON lines, and, where wanted, their numbers as CSV and for TensorBoard.
///
/// Lines are in the file as soon as they are added. `positions` goes into a checkpoint; a run that is resumed cuts the files off
/// there and goes on, so that what was recorded after the checkpoint does not stand there twice.
/// Docs/Guides/RecordOfARun.md describes the files.
public struct RunLog {
  /// A form in which numbers are recorded beside the events.
  public enum Format: String, Sendable, CaseIterable {
    /// `scalars.csv`, a line for each number.
    case csv
    /// `run.tfevents`, for TensorBoard.
    case tensorBoard = "tensorboard"
  }

  /// The name of the file of events.
  public static let eventsName = "events.jsonl"
  /// The name of the file of numbers.
  public static let csvName = "scalars.csv"
  /// The name of TensorBoard's file.
  public static let tensorBoardName = "run.tfevents"

  private var events: AppendedFile
  private var csv: AppendedFile?
  private var tensorBoard: AppendedFile?

  /// The record of a new run; throws where there is one already, unless that may be overwritten.
  public init(creatingIn folder: String, formats: Set<Format> = [], overwrites: Bool = false) throws {
    try AtomicFile.makeFolder(folder)
    let path = "\(folder)/\(Self.eventsName)"
    if !overwrites, let size = Self.size(of: path), size > 0 { throw RunLogError.exists(path: path) }
    events = try AppendedFile(creating: path)
    if formats.contains(.csv) { csv = try Self.startCSV(in: folder) }
    if formats.contains(.tensorBoard) { tensorBoard = try Self.startTensorBoard(in: folder) }
  }

  /// The record of a run that goes on, cut off at the positions of its checkpoint.
  ///
  /// A form that was not recorded before begins here.
  public init(resumingIn folder: String, at positions: [String: Int], formats: Set<Format> = []) throws {
    func file(_ name: String) throws -> AppendedFile? {
      try positions[name].map { try AppendedFile(continuing: "\(folder)/\(name)", at: $0) }
    }
    events = try file(Self.eventsName) ?? AppendedFile(creating: "\(folder)/\(Self.eventsName)")
    if formats.contains(.csv) { csv = try file(Self.csvName) ?? Self.startCSV(in: folder) }
    if formats.contains(.tensorBoard) {
      tensorBoard = try file(Self.tensorBoardName) ?? Self.startTensorBoard(in: folder)
    }
  }

  /// How long each file is, by name.
  public var positions: [String: Int] {
    var result = [Self.eventsName: events.position]
    result[Self.csvName] = csv?.position
    result[Self.tensorBoardName] = tensorBoard?.position
    return result
  }

  /// Adds a line to the events.
  public mutating func append(_ line: JSONLine) throws { try events.append("\(line.text)\n".utf8) }

  /// Adds numbers of a step to the CSV and TensorBoard files, where there are such.
  public mutating func append(_ measurements: [Measurement], step: Int, epoch: Int) throws {
    guard csv != nil || tensorBoard != nil, !measurements.isEmpty else { return }
    let lines = measurements.map { "\(step),\(epoch),\(Self.field($0.name)),\($0.value)\n" }
    try csv?.append(lines.joined(separator: "").utf8)
    let event = TensorBoardEvent(
      seconds: Date().timeIntervalSince1970, step: step,
      scalars: measurements.map { (tag: $0.name, value: Float($0.value)) })
    try tensorBoard?.append(event.record)
  }

  /// Makes sure that everything added has reached the disk.
  public func synchronize() throws {
    try events.synchronize()
    try csv?.synchronize()
    try tensorBoard?.synchronize()
  }

  private static func size(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue
  }

  private static func startCSV(in folder: String) throws -> AppendedFile {
    var file = try AppendedFile(creating: "\(folder)/\(csvName)")
    try file.append("step,epoch,name,value\n".utf8)
    return file
  }

  private static func startTensorBoard(in folder: String) throws -> AppendedFile {
    var file = try AppendedFile(creating: "\(folder)/\(tensorBoardName)")
    try file.append(TensorBoardEvent.fileStart(seconds: Date().timeIntervalSince1970))
    return file
  }

  /// A text as a field of CSV (RFC 4180).
  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
