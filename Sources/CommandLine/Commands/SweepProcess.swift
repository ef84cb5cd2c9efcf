import Foundation
import Glissade
import GlissadeSuite

/// A run of a sweep: a process with a folder, where `sweep.json` says that it is over and `output.txt` has what it printed.
struct SweepProcess: Sendable {
  let run: SweepRun
  let folder: String

  init(_ run: SweepRun, in parent: String) {
    self.run = run
    folder = parent + "/" + run.folderName
  }

  /// The command line after `glissade`.
  var arguments: [String] { [run.command] + run.arguments + ["--output", folder] }

  /// Whether it trains, in a folder that may hold part of the run; a comparison goes on from its record by itself.
  private var isTrained: Bool {
    run.command == "train" && !run.arguments.contains("--resume") && !run.arguments.contains("--overwrite")
  }

  /// What came of it.
  struct Outcome: Codable, Sendable {
    let arguments: [String]
    let status: Int32
    let seconds: Double
  }

  /// Whether it was run before, by the same command line, without a failure.
  var isDone: Bool {
    get throws {
      guard let data = FileManager.default.contents(atPath: folder + "/sweep.json") else { return false }
      guard let outcome = try? JSONDecoder().decode(Outcome.self, from: data), outcome.arguments == arguments else {
        throw SweepFolderError(path: folder)
      }
      return outcome.status == 0
    }
  }

  /// Runs it to its end.
  func execute() throws -> Outcome {
    try AtomicFile.makeFolder(folder)
    let text = folder + "/output.txt"
    guard FileManager.default.createFile(atPath: text, contents: nil), let log = FileHandle(forWritingAtPath: text)
    else {
      throw OutputError(path: text)
    }
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = arguments + (isTrained ? ["--resume"] : [])
    process.environment = ["GLISSADE_THREADS": "1"].merging(ProcessInfo.processInfo.environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    try log.close()
    let outcome = Outcome(
      arguments: arguments, status: process.terminationStatus, seconds: start.duration(to: .now) / .seconds(1))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try AtomicFile.write(
      String(decoding: try encoder.encode(outcome), as: UTF8.self) + "\n", to: folder + "/sweep.json")
    return outcome
  }
}

/// A folder with the run of another sweep.
struct SweepFolderError: Error, CustomStringConvertible {
  let path: String
  var description: String { "'\(path)' holds a run of another command line; choose another folder by --output." }
}
