import Foundation

/// Curves over equally spaced points in an SVG picture, whose colors follow the reader's light or dark screen.
struct LinePlot {
  let title: String
  /// What is across, and what is up.
  let across: String
  let up: String
  /// Names and values of the curves.
  let lines: [(name: String, values: [Double])]
  /// What is written where across, by index; round indices where there is nothing.
  var marks: [(place: Double, label: String)] = []

  private let width = 760.0
  private let height = 420.0
  private var left: Double { 76 }
  private var right: Double { width - 24 }
  private var top: Double { 58 }
  private var bottom: Double { height - 56 }

  /// The file.
  var svg: String {
    let finite = lines.flatMap(\.values).filter(\.isFinite)
    let ticks = Self.ticks(min(0, finite.min() ?? 0), finite.max() ?? 1)
    let (low, high) = (ticks.first ?? 0, ticks.last ?? 1)
    let count = lines.map(\.values.count).max() ?? 1
    func x(_ index: Double) -> Double { left + (right - left) * index / Double(max(1, count - 1)) }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * (value - low) / (high - low) }
    var parts: [String] = []
    for tick in ticks {
      parts.append(#"<line class="grid" x1="\#(n(left))" x2="\#(n(right))" y1="\#(n(y(tick)))" y2="\#(n(y(tick)))"/>"#)
      parts.append(
        #"<text class="muted" x="\#(n(left - 10))" y="\#(n(y(tick) + 4))" text-anchor="end">\#(label(tick))</text>"#)
    }
    let last = Double(max(1, count - 1))
    let indices = Self.ticks(0, last).filter { $0 <= last }.map { (place: $0, label: label($0)) }
    for (place, label) in marks.isEmpty ? indices : marks {
      parts.append(
        #"<text class="muted" x="\#(n(x(place)))" y="\#(n(bottom + 22))" text-anchor="middle">\#(escaped(label))</text>"#
      )
    }
    for (index, line) in lines.enumerated() {
      // More points than pixels show nothing more.
      let stride = max(1, line.values.count / 2_000)
      let shown = line.values.indices.filter { $0 % stride == 0 || $0 == line.values.count - 1 }
      let points = shown.filter { line.values[$0].isFinite }
        .map { "\(n(x(Double($0)))),\(n(y(line.values[$0])))" }.joined(separator: " ")
      parts.append(#"<polyline class="line c\#(index % 6)" points="\#(points)"/>"#)
      guard !line.name.isEmpty else { continue }
      let place = left + 12 + Double(index) * 120
      parts.append(#"<text class="name f\#(index % 6)" x="\#(n(place))" y="48">\#(escaped(line.name))</text>"#)
    }
    let size = "\(n(width)) \(n(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(n(width))" height="\(n(height))" role="img">
      <title>\(escaped(title))</title>
      <style>\(Self.style)</style>
      <rect class="page" width="\(n(width))" height="\(n(height))"/>
      <text class="title" x="24" y="30">\(escaped(title))</text>
      \(parts.joined(separator: "\n"))
      <text class="muted" x="\(n((left + right) / 2))" y="\(n(height - 12))" text-anchor="middle">\(escaped(across))</text>
      <text class="muted" x="20" y="\(n((top + bottom) / 2))" text-anchor="middle" \
      transform="rotate(-90 20 \(n((top + bottom) / 2)))">\(escaped(up))</text>
      </svg>

      """
  }

  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:17px;font-weight:600}.muted{fill:#59636e}\
    .page{fill:#fff}.grid{stroke:#d1d9e0;stroke-width:1}.line{fill:none;stroke-width:2.5;stroke-linejoin:round}\
    .c0{stroke:#0969da}.c1{stroke:#bc4c00}.c2{stroke:#1a7f37}.c3{stroke:#8250df}.c4{stroke:#bf3989}.c5{stroke:#57606a}\
    .f0{fill:#0969da}.f1{fill:#bc4c00}.f2{fill:#1a7f37}.f3{fill:#8250df}.f4{fill:#bf3989}.f5{fill:#57606a}\
    @media (prefers-color-scheme:dark){text{fill:#f0f6fc}.muted{fill:#9198a1}.page{fill:#0d1117}.grid{stroke:#3d444d}}
    """

  /// Round numbers from at or below `low` to at or above `high`, four to eight of them.
  static func ticks(_ low: Double, _ high: Double) -> [Double] {
    let span = high > low ? high - low : max(high.magnitude, 1)
    let rough = span / 5
    let power = pow(10, floor(log10(rough)))
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    let first = (low / step).rounded(.down)
    let last = ((low + span) / step - 1e-9).rounded(.up)
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  private func n(_ value: Double) -> String { String(format: "%.1f", value) }
  private func label(_ value: Double) -> String { String(format: "%.6g", value) }
  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
