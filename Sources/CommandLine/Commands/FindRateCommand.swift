import Foundation
import Glissade
import GlissadeReport
import GlissadeSuite

/// `glissade find-lr`: the learning-rate range test.
enum FindRateCommand: Command {
  static let name = "find-lr"
  static let summary = "Suggests a learning rate: a short run whose rate grows step by step."
  static var options: [Option] {
    [
      Option("optimizer", "NAME", "as in 'glissade compare', settings included (default adam)"),
      Option("problem", "NAME", "one that 'glissade compare --list' lists (default digits-mlp)"),
      Option("from", "NUMBER", "first learning rate (default 1e-6)"),
      Option("to", "NUMBER", "last learning rate (default 10)"),
      Option("steps", "N", "steps from one to the other (default 200)"),
      Option("smoothing", "NUMBER", "weight of the past in the smoothed loss, from 0 to below 1 (default 0.9)"),
      Option("seed", "N", "seed of all random numbers (default 42)"),
      Option("data", "DIR", "folder of data sets that are no part of the package (default: as for 'glissade train')"),
      Option("plot", "FILE", "draw it in an SVG file"),
      Option(flag: "json", "print one JSON object a line"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    let problem = try ProblemRegistry.standard.problems(
      [options.text("problem") ?? "digits-mlp"], in: options.dataFolders)
    guard problem.count == 1 else { throw UsageError("--problem takes one problem here, not a group.") }
    let choice = try OptimizerChoice(options.text("optimizer") ?? "adam")
    let rates = (
      low: try options.positiveNumber("from") ?? 1e-6, high: try options.positiveNumber("to") ?? 10
    )
    guard rates.low < rates.high else { throw UsageError("--from must be below --to.") }
    let smoothing = try options.number("smoothing") ?? 0.9
    guard (0..<1).contains(smoothing) else { throw UsageError("--smoothing takes a number from 0 to below 1.") }
    let test = LearningRateRangeTest(
      rates: rates.low...rates.high, steps: try options.integer("steps", default: 200, minimum: 2, maximum: 100_000),
      smoothing: smoothing)
    let rule = try OptimizerRegistry.standard.make(choice.name, choice.settings)
    let result = try test.run(rule, on: problem[0], seed: try options.seed("seed", default: 42))
    show(result, choice.label, problem[0].facts, isJSON: options.has("json"))
    if let path = options.text("plot") {
      try AtomicFile.write(chart(result, choice.label, problem[0].facts).file, to: path)
      if !options.has("json") { say("\nDrawn in \(path)") }
    }
    return 0
  }

  private static func show(_ result: RangeTestResult, _ label: String, _ facts: ProblemFacts, isJSON: Bool) {
    let suggestions = [
      ("steepest", "where the smoothed loss falls fastest", result.steepest),
      ("valley", "in the middle of its longest fall", result.valley),
      ("tenthOfMinimum", "a tenth of the rate where it is least", result.tenthOfMinimum),
    ]
    guard isJSON else {
      say("\(label) on \(facts.name), \(result.rates.count) steps\n\n\(Sparkline.text(result.smoothed, width: 72))\n")
      say(
        Format.table(
          ["suggested rate", ""],
          suggestions.map { [$0.2.map { String(format: "%.3g", $0) } ?? "–", $0.1] }, right: [0]))
      return
    }
    for (step, rate) in result.rates.enumerated() {
      var line = JSONLine(event: "step")
      line.add("step", step)
      line.add("learningRate", rate)
      line.add("loss", result.losses[step])
      line.add("smoothed", result.smoothed[step])
      say(line.text)
    }
    var line = JSONLine(event: "finished")
    line.add("problem", facts.name)
    line.add("optimizer", label)
    for (name, _, rate) in suggestions { line.add(name, rate) }
    say(line.text)
  }

  private static func chart(_ result: RangeTestResult, _ label: String, _ facts: ProblemFacts) -> Chart {
    let lines = [("loss", result.losses), ("smoothed", result.smoothed)]
    return Chart(
      "range-test", title: "Range test of \(label) on \(facts.name)", x: Axis("learning rate", scale: .logarithmic),
      y: Axis("loss"),
      series: lines.enumerated().map { style, line in
        Series(line.0, style: style, points: zip(result.rates, line.1).map { Series.Point($0, $1) })
      })
  }
}
