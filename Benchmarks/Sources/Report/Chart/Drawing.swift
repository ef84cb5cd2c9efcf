import Foundation

/// A picture in SVG, in pixels, whose colors follow the reader's choice of a light or a dark screen.
struct Drawing {
  /// Where text stands, relative to its point.
  enum Anchor: String { case start, middle, end }

  let width: Double
  let height: Double
  let title: String
  private var elements: [String] = []

  init(width: Double, height: Double, title: String) {
    (self.width, self.height, self.title) = (width, height, title)
  }

  mutating func text(_ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "") {
    elements.append(
      #"<text x="\#(Self.number(x))" y="\#(Self.number(y))" text-anchor="\#(anchor.rawValue)""#
        + #"\#(Self.attribute(style))>\#(Self.escaped(text))</text>"#)
  }

  mutating func line(fromX: Double, y: Double, toX: Double, y toY: Double, style: String) {
    elements.append(
      #"<line x1="\#(Self.number(fromX))" y1="\#(Self.number(y))" x2="\#(Self.number(toX))" y2="\#(Self.number(toY))""#
        + "\(Self.attribute(style))/>")
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], style: String) {
    let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    elements.append(#"<polyline points="\#(list)"\#(Self.attribute(style))/>"#)
  }

  mutating func dot(x: Double, y: Double, radius: Double, style: String) {
    elements.append(
      #"<circle cx="\#(Self.number(x))" cy="\#(Self.number(y))" r="\#(Self.number(radius))""#
        + "\(Self.attribute(style))/>")
  }

  mutating func box(x: Double, y: Double, width: Double, height: Double, rounding: Double = 0, style: String) {
    elements.append(
      #"<rect x="\#(Self.number(x))" y="\#(Self.number(y))" width="\#(Self.number(width))""#
        + #" height="\#(Self.number(height))" rx="\#(Self.number(rounding))"\#(Self.attribute(style))/>"#)
  }

  /// The file.
  var svg: String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Self.number(width))" \
      height="\(Self.number(height))" role="img" aria-label="\(Self.escaped(title))">
      <title>\(Self.escaped(title))</title>
      <style>
      \(ChartStyle.sheet)
      </style>
      <rect class="ground" width="\(Self.number(width))" height="\(Self.number(height))" rx="8"/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }

  private static func attribute(_ style: String) -> String { style.isEmpty ? "" : #" class="\#(style)""# }

  private static func number(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Text as XML can hold it: without control characters, which it cannot.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
