import Foundation
import GlissadeData
import Testing

@testable import GlissadeReport

@Suite("Reading records")
struct RecordFileTests {
  private func file(_ text: String) throws -> RecordFile { try RecordFile(path: "r", bytes: Array(text.utf8)) }

  @Test("Lines with their numbers; empty lines are none")
  func lines() throws {
    let file = try file("{\"event\":\"a\"}\n\n  \r\n{\"event\":\"b\",\"x\":1}\n")
    #expect(file.lines.map(\.event) == ["a", "b"] && file.lines.map(\.number) == [1, 4] && !file.isCutOff)
    #expect(try file.lines[1].number("x") == 1)
  }

  @Test("A last line that was half written is left out; one without its end only is not")
  func halfWritten() throws {
    let cut = try file("{\"event\":\"a\"}\n{\"event\":\"b\",\"lo")
    #expect(cut.lines.count == 1 && cut.isCutOff)
    let whole = try file("{\"event\":\"a\"}\n{\"event\":\"b\"}")
    #expect(whole.lines.count == 2 && !whole.isCutOff)
  }

  @Test(
    "What is no record is refused with the number of its line",
    arguments: [
      "{\"event\":\"b\",\"lo\n", "[1]\n", "{\"x\":1}\n", "{\"event\":7}\n", "{\"event\":\"b\"} x\n", "\u{0}\n",
      "{\"event\":\"\\ud800\"}\n", "{\"event\":\"b\",\"x\":01}\n",
    ])
  func refused(_ line: String) throws {
    let error = try #require(throws: RecordError.self) {
      try file("{\"event\":\"a\"}\n" + line + "{\"event\":\"c\"}\n")
    }
    #expect(error.description.contains("Line 2"))
  }

  @Test("Bytes that are no text are refused, and what would exhaust the stack")
  func bytes() {
    #expect(throws: RecordError.self) { try file(String(repeating: "[", count: 100_000) + "\n") }
    let bytes = Array("{\"event\":\"".utf8) + [0xff, 0xfe] + Array("\"}\n".utf8)
    #expect(throws: RecordError.self) { try RecordFile(path: "r", bytes: bytes) }
  }

  @Test("A run: what was measured over steps, what it warned of and how it ended")
  func training() throws {
    let record = try run(
      #"{"event":"started","optimizer":"adam","seed":"42"}"#,
      #"{"event":"step","step":1,"loss":2.5,"learningRate":0.01}"#,
      #"{"event":"step","step":2,"loss":null}"#,
      #"{"event":"monitor","step":2,"monitors":{"norm":2,"norm/0.weight":1.5},"size":{"a":1},"kind":"x"}"#,
      #"{"event":"epoch","epoch":1,"step":2,"trainLoss":1.25,"seconds":3}"#,
      #"{"event":"warning","step":2,"message":"too high"}"#, #"{"event":"of a later version","x":1}"#,
      #"{"event":"finished","testAccuracy":0.5}"#)
    #expect(record.curveNames == ["step.loss", "step.learningRate", "norm", "norm/0.weight", "size/a", "trainLoss"])
    #expect(record.curves["trainLoss"] == [Series.Point(2, 1.25)])
    #expect(
      record.curves["step.loss"]?.first == Series.Point(1, 2.5) && record.curves["step.loss"]?.last?.y.isNaN == true)
    #expect(record.warnings == [RunRecord.Warning(step: 2, message: "too high")])
    #expect(record.outcome == .finished && record.result("testAccuracy")?.number == 0.5)
  }

  @Test("A resumed run has its last values, in order")
  func resumed() throws {
    let record = try run(
      #"{"event":"started"}"#, #"{"event":"step","step":1,"loss":3}"#, #"{"event":"step","step":2,"loss":2}"#,
      #"{"event":"step","step":3,"loss":9}"#, #"{"event":"step","step":2,"loss":2}"#,
      #"{"event":"step","step":3,"loss":1}"#)
    #expect(record.curves["step.loss"]?.map(\.x) == [1, 2, 3] && record.curves["step.loss"]?.map(\.y) == [3, 2, 1])
    #expect(record.outcome == .unfinished)
  }

  @Test(
    "A run that is none is refused",
    arguments: [
      (#"{"event":"epoch","step":1}"#, "first line"),
      (#"{"event":"started"}"# + "\n" + #"{"event":"epoch"}"#, "Line 2"),
      (#"{"event":"started"}"# + "\n" + #"{"event":"step","step":1e999,"loss":1}"#, "Line 2"),
      (#"{"event":"started"}"# + "\n" + #"{"event":"failed"}"#, "Line 2"), ("", "first line"),
    ])
  func noRun(_ text: String, _ words: String) throws {
    let error = try #require(throws: RecordError.self) { try RunRecord(file(text)) }
    #expect(error.description.contains(words))
  }

  @Test("Records are found in folders, in the order of their numbers; a folder without any is refused")
  func search() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("glissade-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["run-10", "run-2", "deep/er", "empty"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for name in ["run-10/events.jsonl", "run-2/events.jsonl", "deep/er/compare.jsonl"] {
      try Data("{}".utf8).write(to: folder.appendingPathComponent(name))
    }
    let found = try RecordSearch([folder.path, folder.appendingPathComponent("run-2").path])
    #expect(found.runs.map { $0.dropFirst(folder.path.count) } == ["/run-2/events.jsonl", "/run-10/events.jsonl"])
    #expect(found.comparisons.count == 1)
    #expect(throws: RecordError.nothing(folder: folder.path + "/empty")) { try RecordSearch([folder.path + "/empty"]) }
    #expect(throws: RecordError.nothing(folder: "/nowhere")) { try RecordSearch(["/nowhere"]) }
  }
}
