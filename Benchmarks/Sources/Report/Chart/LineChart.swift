import Foundation

/// Speed over the size of square matrices, a line for each system and a panel for each number of threads.
struct LineChart {
  private let results: Results
  private let scalar: String
  private let unit: Unit
  /// The sizes of each number of threads.
  private let sizes: [Int: [Int]]

  /// Nil if there is anything but products of square matrices of one scalar type, or just one size.
  init?(_ results: Results) {
    guard let first = results.cases.first, let unit = results.unit(of: first) else { return nil }
    let group = first.group
    var sizes: [Int: [Int]] = [:]
    for measuredCase in results.cases {
      guard measuredCase.group == group, group.hasPrefix("gemm."),
        let size = Int(measuredCase.workload.dropFirst(group.count + 1)), size > 0
      else { return nil }
      sizes[measuredCase.threads, default: []].append(size)
    }
    guard sizes.values.contains(where: { $0.count > 1 }) else { return nil }
    (self.results, self.unit, scalar) = (results, unit, String(group.dropFirst("gemm.".count)))
    self.sizes = sizes.mapValues { $0.sorted() }
  }

  func svg(title: String?) -> String {
    let title = title ?? "Matrix product of \(scalar)"
    let threads = sizes.keys.sorted()
    let legend = Legend(
      entries: results.systems.map {
        Legend.Entry(name: $0, color: ChartStyle.color(ofSystem: $0, among: results.systems))
      })
    let width = 820.0
    let panelsInRow = min(2, threads.count)
    let rows = (threads.count + panelsInRow - 1) / panelsInRow
    let panelHeight = threads.count > 1 ? 300.0 : 340.0
    var measuring = Drawing(width: width, height: 0, title: title)
    let top = 62 + legend.draw(in: &measuring, x: 24, y: 62, width: width - 48) + 8
    var drawing = Drawing(width: width, height: top + Double(rows) * panelHeight + 8, title: title)
    drawing.text(title, x: 24, y: 34, style: "title")
    drawing.text(
      "\(unit.rawValue) over the number of rows, square matrices; higher is better", x: 24, y: 54, style: "muted")
    legend.draw(in: &drawing, x: 24, y: 62, width: width - 48)
    let panelWidth = (width - 48) / Double(panelsInRow)
    for (index, count) in threads.enumerated() {
      drawPanel(
        threads: count, in: &drawing, x: 24 + Double(index % panelsInRow) * panelWidth,
        y: top + Double(index / panelsInRow) * panelHeight, width: panelWidth, height: panelHeight)
    }
    return drawing.svg
  }

  private func drawPanel(
    threads: Int, in drawing: inout Drawing, x: Double, y: Double, width: Double, height: Double
  ) {
    let sizes = sizes[threads] ?? []
    let (left, right, top, bottom) = (x + 44, x + width - 20, y + 34, y + height - 40)
    let ticks = Ticks.linear(upTo: highest)
    let (lowestSize, highestSize) = (log2(Double(sizes.first ?? 1)), log2(Double(sizes.last ?? 1)))
    func across(_ size: Int) -> Double {
      guard highestSize > lowestSize else { return (left + right) / 2 }
      return left + 8 + (right - left - 16) * (log2(Double(size)) - lowestSize) / (highestSize - lowestSize)
    }
    func up(_ value: Double) -> Double { bottom - (bottom - top) * value / (ticks.last ?? 1) }

    drawing.text("\(threads) thread\(threads == 1 ? "" : "s")", x: left, y: y + 18, style: "strong")
    for tick in ticks {
      drawing.line(fromX: left, y: up(tick), toX: right, y: up(tick), style: tick == 0 ? "axis" : "grid")
      drawing.text(Format.tick(tick), x: left - 8, y: up(tick) + 4.5, anchor: .end, style: "muted")
    }
    var lastLabel = -Double.infinity
    for size in sizes {
      let halfWidth = 4 * Double("\(size)".count) + 3
      guard across(size) - halfWidth > lastLabel else { continue }
      lastLabel = across(size) + halfWidth
      drawing.text("\(size)", x: across(size), y: bottom + 19, anchor: .middle, style: "muted")
    }
    // Glissade's line comes last, above the others.
    for system in results.systems.reversed() {
      let color = "c\(ChartStyle.color(ofSystem: system, among: results.systems))"
      let points = sizes.compactMap { size -> (x: Double, y: Double)? in
        value(size, threads, system).map { (across(size), up($0)) }
      }
      drawing.polyline(points, style: color + (system == Results.ours ? " ours" : ""))
      for point in points {
        drawing.dot(x: point.x, y: point.y, radius: system == Results.ours ? 4.5 : 3.5, style: color)
      }
    }
  }

  private func value(_ size: Int, _ threads: Int, _ system: String) -> Double? {
    results[Measured.Case(workload: "gemm.\(scalar).\(size)", threads: threads), system]?.value
  }

  /// The largest value of all panels, which share their scale.
  private var highest: Double {
    results.cases.flatMap { measuredCase in results.systems.compactMap { results[measuredCase, $0]?.value } }.max() ?? 1
  }
}
