import Foundation
import Glissade
import GlissadeSuite

/// `glissade sweep`: runs a command with every combination of some options, each in a folder of its own.
enum SweepCommand: Command {
  static let name = "sweep"
  static let summary = "Runs a command with every combination of options in a file, or any part of them."
  static let words: String? = "FILE"
  static var options: [Option] {
    [
      Option("output", "DIR", "folder of the runs' folders (default: the file's name without its ending)"),
      Option("shard", "I/N", "only the I-th of N parts (default 1/1), for clusters"),
      Option("jobs", "N", "runs at a time; each has GLISSADE_THREADS=1 unless that is set (default: all cores)"),
      Option(flag: "dry-run", "print the command lines instead"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  /// The commands that keep a record in a folder.
  private static var commands: [any Command.Type] {
    GlissadeCommand.commands.filter { command in
      command.name != name && command.options.contains { $0.name == "output" }
    }
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    guard options.words.count == 1 else { throw UsageError("'glissade sweep' takes one file.") }
    let plan = try plan(in: options.words[0])
    let shard = try shard(options)
    let folder =
      try options.folder("output") ?? URL(fileURLWithPath: options.words[0]).deletingPathExtension().path
    let runs = shard.numbers(of: plan.count).map { SweepProcess(plan.run($0), in: folder) }
    if options.has("dry-run") {
      for run in runs { say((["glissade"] + run.arguments).joined(separator: " ")) }
      return 0
    }
    let output = SweepOutput(count: runs.count, isJSON: options.has("json"))
    try JobQueue.forEach(runs.count, jobs: try options.jobs()) { number in
      let run = runs[number]
      output.show(run, try run.isDone ? .before : .now(try run.execute()))
    }
    return output.finish() ? 0 : 1
  }

  private static func shard(_ options: ParsedOptions) throws -> Shard {
    guard let text = options.text("shard") else { return .all }
    guard let shard = Shard(text) else { throw UsageError("--shard takes I/N, with I from 1 to N, not '\(text)'.") }
    return shard
  }

  /// Reads a plan, and makes sure that its command has the options that it names.
  private static func plan(in path: String) throws -> SweepPlan {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("'\(path)' cannot be read; give the path of a sweep's file.")
    }
    let plan = try SweepPlan(json: data)
    guard let command = commands.first(where: { $0.name == plan.command }) else {
      throw UsageError(
        "A sweep runs one of \(commands.map { $0.name }.joined(separator: ", ")), not '\(plan.command)'.")
    }
    for (name, values) in plan.options.sorted(by: { $0.key < $1.key }) {
      guard name != "output" else { throw UsageError("A sweep chooses its runs' folders; leave out 'output'.") }
      guard let option = command.options.first(where: { $0.name == name }) else {
        throw UsageError("'glissade \(command.name)' has no option '\(name)'; its --help lists them.")
      }
      guard values.allSatisfy({ ($0 ?? "").isEmpty == (option.valueName == nil) }) else {
        throw UsageError(
          "'\(name)' takes \(option.valueName.map { "a value: \($0)" } ?? "true or false") in a sweep.")
      }
    }
    return plan
  }
}
