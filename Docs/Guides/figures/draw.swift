// Draws the figures of Docs/Guides/ChoosingAnOptimizer.md from the lines that `measure` prints, and prints its tables.
//
//   swiftc -O draw.swift -o /tmp/draw && /tmp/draw RUNS.jsonl FOLDER
import Foundation

/// One run of `glissade train`; what is missing diverged.
struct Run: Decodable {
  let experiment, variant, optimizer: String
  let rate: Double
  let seed: Int
  let accuracy, seconds: Double?
  let steps: Int?
  let losses: [Double?]

  /// The mean training loss of the last epoch.
  var loss: Double { accuracy == nil ? .infinity : (losses.last ?? nil) ?? .infinity }
}

/// All runs of a method: every learning rate with every seed.
struct Grid {
  let experiment, variant, optimizer: String
  let runs: [Run]

  var rates: [Double] { Set(runs.map(\.rate)).sorted() }
  func at(_ rate: Double) -> [Run] { runs.filter { $0.rate == rate } }
  /// The median over seeds.
  func loss(_ rate: Double) -> Double { median(at(rate).map(\.loss)) }
  func accuracy(_ rate: Double) -> Double { median(at(rate).map { $0.accuracy ?? 0 }) }
  var best: Double { rates.min { loss($0) < loss($1) } ?? .nan }

  /// The rates about one, without gaps, of which something holds.
  func range(about rate: Double, where holds: (Double) -> Bool) -> String {
    let rates = rates
    guard let middle = rates.firstIndex(of: rate) else { return "–" }
    var (low, high) = (middle, middle)
    while low > 0, holds(rates[low - 1]) { low -= 1 }
    while high < rates.count - 1, holds(rates[high + 1]) { high += 1 }
    return low == high ? short(rates[low]) : "\(short(rates[low]))–\(short(rates[high]))"
  }
  var lossRange: String { range(about: best) { loss($0) <= 2 * loss(best) } }
  var accuracyRange: String {
    let mostAccurate = rates.max { accuracy($0) < accuracy($1) } ?? .nan
    return range(about: mostAccurate) { accuracy($0) >= accuracy(mostAccurate) - 0.01 }
  }

  /// The median loss of each epoch at the best rate.
  var curve: [Double] {
    let runs = at(best)
    return (runs.first?.losses ?? []).indices.map { epoch in median(runs.map { $0.losses[epoch] ?? .infinity }) }
  }

  /// The shortest time of a step, in microseconds.
  var stepTime: Double {
    runs.compactMap { run in run.seconds.flatMap { s in run.steps.map { s / Double($0) * 1e6 } } }.min() ?? .nan
  }
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// A number as the guide writes it: 0.003, 1e-5, 10.
func short(_ value: Double, digits: Int = 2) -> String {
  guard value.isFinite else { return "–" }
  let text = String(format: "%.\(digits)g", value)
  return text.replacingOccurrences(of: "e-0", with: "e-").replacingOccurrences(of: "e+0", with: "e")
}

/// A picture with logarithmic axes whose colors follow the reader's light or dark screen.
struct Plot {
  struct Line {
    let name: String
    let points: [(x: Double, y: Double)]
  }
  let title, across, up: String
  let lines: [Line]
  let xIsLogarithmic: Bool
  let yRange: (low: Double, high: Double)

  private let width = 760.0
  private let height = 440.0
  private let left = 70.0
  private let right = 610.0
  private let top = 56.0
  private let bottom = 380.0

  private func isPowerOfTen(_ value: Double) -> Bool { abs(log10(value) - log10(value).rounded()) < 1e-6 }
  private var xs: [Double] { lines.flatMap { $0.points.map(\.x) } }
  private func scaled(_ x: Double) -> Double { xIsLogarithmic ? log10(x) : x }
  private func x(_ value: Double) -> Double {
    let (low, high) = (scaled(xs.min() ?? 0), scaled(xs.max() ?? 1))
    return left + (right - left) * (scaled(value) - low) / (high - low)
  }
  private func y(_ value: Double) -> Double {
    let (low, high) = (log10(yRange.low), log10(yRange.high))
    return bottom - (bottom - top) * (log10(value) - low) / (high - low)
  }

  var svg: String {
    var parts: [String] = []
    for power in Int(log10(yRange.low).rounded(.up))...Int(log10(yRange.high).rounded(.down)) {
      let place = y(pow(10, Double(power)))
      parts.append(#"<line class="grid" x1="\#(n(left))" x2="\#(n(right))" y1="\#(n(place))" y2="\#(n(place))"/>"#)
      parts.append(text(short(pow(10, Double(power))), left - 8, place + 4, "muted", "end"))
    }
    for value in Set(xs).sorted() where !xIsLogarithmic || isPowerOfTen(value) {
      parts.append(text(short(value), x(value), bottom + 22, "muted", "middle"))
    }
    var labels: [(place: Double, index: Int)] = []
    for (index, line) in lines.enumerated() {
      let shown = line.points.filter { $0.y <= yRange.high }
      let points = shown.map { "\(n(x($0.x))),\(n(y($0.y)))" }.joined(separator: " ")
      parts.append(#"<polyline class="line c\#(index)" points="\#(points)"/>"#)
      for point in shown {
        parts.append(#"<circle class="f\#(index)" cx="\#(n(x(point.x)))" cy="\#(n(y(point.y)))" r="3"/>"#)
      }
      if let last = shown.last { labels.append((y(last.y) + 4, index)) }
    }
    // Names stand at the ends of their lines where these end at the edge, else in a column, in the order of their ends.
    labels.sort { $0.place < $1.place }
    var lowest = top
    for label in labels {
      let place = max(label.place, lowest)
      lowest = place + 18
      parts.append(text(lines[label.index].name, right + 12, place, "name f\(label.index)", "start"))
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" \
      height="\(n(height))" role="img">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      <rect class="page" width="\(n(width))" height="\(n(height))"/>
      \(text(title, 20, 30, "title", "start"))
      \(parts.joined(separator: "\n"))
      \(text(across, (left + right) / 2, height - 16, "muted", "middle"))
      <text class="muted" x="18" y="\(n((top + bottom) / 2))" text-anchor="middle" \
      transform="rotate(-90 18 \(n((top + bottom) / 2)))">\(up)</text>
      </svg>

      """
  }

  private static let light = ["#0969da", "#bc4c00", "#1a7f37", "#8250df", "#bf3989", "#57606a"]
  private static let dark = ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#f778ba", "#b1bac4"]
  private static func colors(_ colors: [String]) -> String {
    colors.enumerated().map { ".c\($0.offset){stroke:\($0.element)}.f\($0.offset){fill:\($0.element)}" }.joined()
  }
  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:16px;font-weight:600}.muted{fill:#59636e}\
    .name{font-weight:600}.page{fill:#fff}.grid{stroke:#d1d9e0}.line{fill:none;stroke-width:2;stroke-linejoin:round}\
    \(colors(light))@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.muted{fill:#9198a1}.page{fill:#0d1117}\
    .grid{stroke:#3d444d}\(colors(dark))}
    """

  private func n(_ value: Double) -> String { String(format: "%.1f", value) }
  private func text(_ text: String, _ x: Double, _ y: Double, _ kind: String, _ anchor: String) -> String {
    #"<text class="\#(kind)" x="\#(n(x))" y="\#(n(y))" text-anchor="\#(anchor)">\#(text)</text>"#
  }
}

/// The rows of a Markdown table.
func table(_ headings: [String], _ rows: [[String]]) -> String {
  ([headings, headings.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    .joined(separator: "\n") + "\n"
}

guard CommandLine.arguments.count == 3 else {
  print("usage: draw RUNS.jsonl FOLDER")
  exit(2)
}
let lines = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n")
let runs = try lines.map { try JSONDecoder().decode(Run.self, from: Data($0.utf8)) }
var grids: [Grid] = []
for run in runs {
  let isKnown = grids.contains {
    $0.experiment == run.experiment && $0.variant == run.variant && $0.optimizer == run.optimizer
  }
  guard !isKnown else { continue }
  let same = runs.filter {
    $0.experiment == run.experiment && $0.variant == run.variant && $0.optimizer == run.optimizer
  }
  grids.append(Grid(experiment: run.experiment, variant: run.variant, optimizer: run.optimizer, runs: same))
}
func grids(of experiment: String) -> [Grid] { grids.filter { $0.experiment == experiment } }

for experiment in ["optimizers", "schedules", "batches", "clipping", "decay", "scalars"] {
  print("\(experiment)\n")
  let rows = grids(of: experiment).map { grid in
    [
      "`\(grid.optimizer)`", grid.variant, short(grid.best), short(grid.loss(grid.best)),
      String(format: "%.1f %%", 100 * grid.accuracy(grid.best)), grid.lossRange, grid.accuracyRange,
      String(format: "%.0f", grid.stepTime),
    ]
  }
  print(
    table(
      [
        "optimizer", "variant", "best rate", "loss", "test accuracy", "rates within 2× of it",
        "rates within a point of the best accuracy", "µs a step",
      ],
      rows))
}

let shown = ["momentum", "adagrad", "adam", "lion", "muon", "soap"]
let optimizers = shown.compactMap { name in grids(of: "optimizers").first { $0.optimizer == name } }
let folder = CommandLine.arguments[2]
let curves = Plot(
  title: "Training loss on the digits, each at its best rate", across: "epoch", up: "mean loss of the epoch",
  lines: optimizers.map { grid in
    Plot.Line(
      name: "\(grid.optimizer) \(short(grid.best))",
      points: grid.curve.enumerated().map { (Double($0.offset + 1), $0.element) })
  }, xIsLogarithmic: false, yRange: (0.0001, 10))
let rates = Plot(
  title: "Loss of the tenth epoch against the learning rate", across: "learning rate", up: "mean loss of the epoch",
  lines: optimizers.map { grid in
    Plot.Line(name: grid.optimizer, points: grid.rates.map { ($0, grid.loss($0)) })
  }, xIsLogarithmic: true, yRange: (0.0001, 10))
try curves.svg.write(toFile: "\(folder)/curves.svg", atomically: true, encoding: .utf8)
try rates.svg.write(toFile: "\(folder)/rates.svg", atomically: true, encoding: .utf8)
