import Foundation
import GlissadeSuite
import Synchronization
import Testing

@Suite struct ComparisonRecordTests {
  /// A folder that is there for one test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "glissade-record-\(UUID().uuidString)"
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var file: String { path + "/compare.jsonl" }
    var text: String { get throws { try String(contentsOfFile: file, encoding: .utf8) } }
  }

  private static func header(_ plan: ComparisonPlan) -> ComparisonHeader {
    ComparisonHeader(
      version: "0", created: "now", command: ["glissade"], plan: plan,
      environment: ComparisonEnvironment(processor: "p", system: "s", kernels: "k", cores: 1, jobs: 1))
  }

  private struct Interruption: Error {}

  /// Runs with a record, and stops after so many new lines.
  private static func run(
    _ plan: ComparisonPlan, _ problems: [any TestProblem], _ folder: Folder, stopAfter: Int = .max
  ) throws -> (results: ComparisonResults, newLines: Int) {
    let record = try ComparisonRecord(folder: folder.path, header: header(plan))
    let count = Mutex(0)
    let results = try Comparison(plan, problems: problems).run(jobs: 2, done: record.done) { line in
      if case .tuned = line { return }
      try record.append(line)
      try count.withLock {
        $0 += 1
        if $0 >= stopAfter { throw Interruption() }
      }
    }
    try record.finish(results.lines)
    return (results, count.withLock { $0 })
  }

  /// Interrupted anywhere, with a half-written last line or without, a comparison comes to the results of one that was not.
  @Test(arguments: [(1, ""), (9, #"{"event":"run","prob"#), (29, "x")])
  func resumes(_ interruption: (lines: Int, rest: String)) throws {
    let problems = try ComparisonTests.problems()
    let plan = try ComparisonTests.plan(problems)
    let whole = try Comparison(plan, problems: problems).run()
    let folder = Folder()
    #expect(throws: Interruption.self) {
      try Self.run(plan, problems, folder, stopAfter: interruption.lines)
    }
    let before = try folder.text
    try Data((before + interruption.rest).utf8).write(to: URL(fileURLWithPath: folder.file))
    let done = before.split(separator: "\n").count - 1
    #expect(done >= interruption.lines)
    let (resumed, newLines) = try Self.run(plan, problems, folder)
    #expect(newLines == 24 + 18 - done)
    #expect(try ComparisonTests.timeless(resumed) == ComparisonTests.timeless(whole))
    // What is written reads back as what it was, and once more nothing is left to do.
    #expect(try Array(ComparisonRecord.read(folder.file).dropFirst()) == resumed.lines)
    let finished = try folder.text
    #expect(try Self.run(plan, problems, folder).newLines == 0)
    #expect(try folder.text == finished)
  }

  /// A folder that holds something else is left alone.
  @Test func otherFilesAreRefused() throws {
    let problems = try ComparisonTests.problems()
    let folder = Folder()
    _ = try Self.run(try ComparisonTests.plan(problems, seeds: 1), problems, folder)
    let text = try folder.text
    #expect(throws: RecordError.anotherComparison(path: folder.file)) {
      try ComparisonRecord(folder: folder.path, header: Self.header(try ComparisonTests.plan(problems)))
    }
    #expect(try folder.text == text)
    for (damage, line) in [("{}\n", 1), (text + "{\"event\":\"run\"}\n", text.split(separator: "\n").count + 1)] {
      try Data(damage.utf8).write(to: URL(fileURLWithPath: folder.file))
      #expect(throws: RecordError.malformedLine(path: folder.file, line: line)) {
        try ComparisonRecord(folder: folder.path, header: Self.header(try ComparisonTests.plan(problems)))
      }
    }
    // Events of later versions are not this one's business.
    try Data((text + "{\"event\":\"weather\"}\n").utf8).write(to: URL(fileURLWithPath: folder.file))
    #expect(try ComparisonRecord.read(folder.file).count == text.split(separator: "\n").count)
    try Data([0xff, 0x0a]).write(to: URL(fileURLWithPath: folder.file))
    #expect(throws: RecordError.unreadable(path: folder.file)) { try ComparisonRecord.read(folder.file) }
  }

  @Test func unwritableFolders() throws {
    let plan = try ComparisonTests.plan(try ComparisonTests.problems())
    #expect(throws: OutputError.self) {
      try ComparisonRecord(folder: "/dev/null/record", header: Self.header(plan))
    }
  }
}
