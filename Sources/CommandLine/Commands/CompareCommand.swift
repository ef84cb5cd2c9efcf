import Foundation
import Glissade
import GlissadeSuite

/// `glissade compare`: runs optimizers on test problems and says which is better, and how surely.
enum CompareCommand: Command {
  static let name = "compare"
  static let summary = "Compares optimizers on test problems, with tuned learning rates, intervals and tests."
  static var options: [Option] {
    [
      Option("optimizers", "NAME,…", "of 'glissade optimizers'; settings as NAME:KEY=VALUE:KEY=VALUE"),
      Option("problem", "NAME,…", "problems or groups of problems, as --list lists them"),
      Option("seeds", "N", "runs of each optimizer on each problem (default 5)"),
      Option("budget", "STEPS", "steps a run (default: what suits each problem)"),
      Option("tune", "N", "learning rates tried for each optimizer on each problem before (default 0: none)"),
      Option("tune-seeds", "N", "runs for each of these learning rates (default 1)"),
      Option(
        "rates", "LOW:HIGH", "factors on an optimizer's default learning rate to search between (default 0.001:1000)"),
      Option("target", "VALUE", "value to be reached, for all problems (default: each problem's own)"),
      Option("schedule", "NAME", "what 'glissade schedule' takes, over the steps of a run (default constant)"),
      Option("seed", "N", "seed from which all others derive (default 0)"),
      Option("data", "DIR", "folder of data sets that are no part of the package (default: as for 'glissade train')"),
      Option("output", "DIR", "folder for compare.jsonl, the record; what it has already is not run again"),
      Option("jobs", "N", "runs at a time, of one thread each (default: all cores)"),
      Option(flag: "list", "list the problems instead"),
      Option(flag: "json", "print the record's lines"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let isJSON = options.has("json")
    if options.has("list") {
      list(isJSON: isJSON)
      return 0
    }
    let jobs = try options.jobs()
    let problems = try ProblemRegistry.standard.problems(
      try options.list("problem", "rosenbrock"), in: options.dataFolders)
    let plan = try plan(options, problems)
    // Each run has one thread; the jobs share the cores.
    ThreadPool.threadCount = 1
    let header = ComparisonHeader(
      version: version, created: Date.now.ISO8601Format(),
      command: ["glissade"] + CommandLine.arguments.dropFirst(), plan: plan,
      environment: .current(jobs: jobs))
    let record = try options.folder("output").map { try ComparisonRecord(folder: $0, header: header) }
    let output = CompareOutput(plan, isJSON: isJSON, done: record?.done.count ?? 0)
    let results = try Comparison(plan, problems: problems).run(jobs: jobs, done: record?.done ?? []) { line in
      // What is chosen follows from the trials, and is written at the end.
      if case .tuned = line { return }
      try record?.append(line)
      output.advance()
    }
    try record?.finish(results.lines)
    try output.finish(header, results)
    return 0
  }

  private static func plan(_ options: ParsedOptions, _ problems: [any TestProblem]) throws -> ComparisonPlan {
    let schedule = options.text("schedule") ?? "constant"
    let budget = try options.integer("budget", minimum: 1)
    _ = try ScheduleRegistry.make(schedule, steps: budget ?? 1)
    return try ComparisonPlan(
      problems: problems,
      optimizers: try options.list("optimizers", "sgd,momentum,rmsprop,adam").map { try OptimizerChoice($0) },
      seeds: try options.integer("seeds", default: 5, minimum: 1, maximum: 10_000), budget: budget,
      target: try options.number("target"),
      trials: try options.integer("tune", default: 0, minimum: 0, maximum: 10_000),
      trialSeeds: try options.integer("tune-seeds", default: 1, minimum: 1, maximum: 10_000),
      rates: try options.range("rates") ?? 1e-3...1e3, schedule: schedule, seed: try options.seed("seed", default: 0))
  }

  private static func list(isJSON: Bool) {
    let entries = ProblemRegistry.standard.entries
    guard isJSON else {
      say(
        Format.table(
          ["problem", "groups", "what it is"],
          entries.map { [$0.name, $0.groups.joined(separator: ", "), $0.summary] }))
      return
    }
    for entry in entries {
      var line = JSONLine(event: "problem")
      line.add("name", entry.name)
      line.add("groups", entry.groups)
      line.add("summary", entry.summary)
      say(line.text)
    }
  }
}

extension ComparisonEnvironment {
  /// This machine.
  static func current(jobs: Int) -> ComparisonEnvironment {
    ComparisonEnvironment(
      processor: ProcessorFeatures.processorName, system: ProcessInfo.processInfo.operatingSystemVersionString,
      kernels: KernelSelection.current.chosen.rawValue, cores: ProcessInfo.processInfo.activeProcessorCount,
      jobs: jobs)
  }
}
