import Foundation

/// How many times as fast Glissade is as the best other system: a group of bars for each workload, a bar for each number of
/// threads, on a logarithmic scale that starts at 1.
struct RatioChart {
  private struct Bar {
    let threads: Int
    let ratio: Double
    let other: String
  }

  private struct Group {
    let workload: String
    var bars: [Bar]
  }

  private var groups: [Group] = []
  /// All numbers of threads, of which each has a color.
  private let threads: [Int]

  init(_ results: Results) throws {
    var positions: [String: Int] = [:]
    for measuredCase in results.cases {
      guard let ratio = results.ratio(measuredCase), let other = results.bestOther(measuredCase) else { continue }
      let position = positions[measuredCase.workload, default: groups.count]
      if position == groups.count {
        positions[measuredCase.workload] = position
        groups.append(Group(workload: measuredCase.workload, bars: []))
      }
      groups[position].bars.append(Bar(threads: measuredCase.threads, ratio: ratio, other: other.system))
    }
    guard !groups.isEmpty else {
      throw NothingToReportError(
        description: "No workload has results of \(Results.ours) and of another system; add the other's file.")
    }
    threads = Set(groups.flatMap { $0.bars.map(\.threads) }).sorted()
    for index in groups.indices { groups[index].bars.sort { $0.threads < $1.threads } }
  }

  func svg(title: String?) -> String {
    let title = title ?? "Glissade and the best other system"
    let (width, barHeight, gap, groupGap) = (820.0, 13.0, 3.0, 12.0)
    let bars = Double(groups.reduce(0) { $0 + $1.bars.count })
    let (top, below) = (116.0, 24.0)
    let bottom = top + bars * (barHeight + gap) + Double(groups.count) * groupGap
    var drawing = Drawing(width: width, height: bottom + below, title: title)
    drawing.text(title, x: 24, y: 34, style: "title")
    drawing.text(
      "How many times as fast Glissade is, logarithmic scale: right of 1× it is the faster one", x: 24, y: 54,
      style: "muted")
    Legend(
      entries: threads.enumerated().map {
        Legend.Entry(name: "\($1) thread\($1 == 1 ? "" : "s")", color: ChartStyle.color(at: $0))
      }
    )
    .draw(in: &drawing, x: 24, y: 62, width: width - 48)

    let names = groups.map(\.workload.count).max() ?? 0
    let (left, right) = (24 + min(300, max(90, 7.4 * Double(names))) + 14, width - 210)
    drawAxis(in: &drawing, left: left, right: right, top: top, bottom: bottom)
    var y = top + groupGap / 2
    for group in groups {
      let middle = y + (Double(group.bars.count) * (barHeight + gap) - gap) / 2
      drawing.text(shortened(group.workload, to: 40), x: left - 14, y: middle + 4.5, anchor: .end)
      for bar in group.bars {
        let (one, end) = (across(1, left, right), across(bar.ratio, left, right))
        let color = ChartStyle.color(at: threads.firstIndex(of: bar.threads) ?? 0)
        drawing.box(
          x: min(one, end), y: y, width: max(1, abs(end - one)), height: barHeight, rounding: 2, style: "c\(color)")
        drawing.text(
          Format.ratio(bar.ratio) + "×", x: right + 64, y: y + barHeight - 2, anchor: .end, style: "strong")
        drawing.text(shortened(bar.other, to: 17), x: right + 72, y: y + barHeight - 2, style: "muted")
        y += barHeight + gap
      }
      y += groupGap
    }
    let one = across(1, left, right)
    drawing.line(fromX: one, y: top, toX: one, y: bottom, style: "axis")
    return drawing.svg
  }

  private func drawAxis(in drawing: inout Drawing, left: Double, right: Double, top: Double, bottom: Double) {
    for exponent in Ticks.exponents(from: exponents.lowerBound, to: exponents.upperBound, count: 8) {
      let x = across(exp2(Double(exponent)), left, right)
      drawing.line(fromX: x, y: top, toX: x, y: bottom, style: "grid")
      let power = Format.tick(exp2(Double(abs(exponent))))
      drawing.text(exponent < 0 ? "1/\(power)×" : "\(power)×", x: x, y: top - 8, anchor: .middle, style: "muted")
    }
    drawing.text("best other", x: right + 72, y: top - 8, style: "muted")
  }

  private func across(_ ratio: Double, _ left: Double, _ right: Double) -> Double {
    let (low, high) = (Double(exponents.lowerBound), Double(exponents.upperBound))
    return left + (right - left) * (log2(ratio) - low) / (high - low)
  }

  /// A name that fits beside the bars.
  private func shortened(_ name: String, to length: Int) -> String {
    name.count > length ? name.prefix(length - 1) + "…" : name
  }

  /// The range of the axis in powers of two.
  private var exponents: ClosedRange<Int> {
    let logarithms = groups.flatMap { $0.bars.map { log2($0.ratio) } }
    let low = min(-1, (logarithms.min() ?? 0).rounded(.down))
    let high = max(1, (logarithms.max() ?? 0).rounded(.up))
    return Int(low)...Int(high)
  }
}
