import Foundation

/// HTML or SVG. Whatever text is interpolated is escaped, so that no record can write markup of its own.
///
/// ```swift
/// let cell: Markup = "<td title=\"\(name)\">\(name)</td>"   // name may be anything
/// ```
package struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text.
  package let text: String

  /// Markup that is written in the program.
  package init(stringLiteral text: String) { self.text = text }
  package init(stringInterpolation parts: StringInterpolation) { text = parts.text }
  /// Markup from a file that belongs to the program.
  init(trusted text: String) { self.text = text }

  /// Parts one after another, each on a line of its own.
  package static func lines(_ parts: [Markup]) -> Markup {
    Markup(trusted: parts.map(\.text).joined(separator: "\n"))
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    package mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }
    package mutating func appendInterpolation(_ parts: [Markup]) { text += Markup.lines(parts).text }
    package mutating func appendInterpolation(_ number: Int) { text += "\(number)" }
    /// A coordinate, to a tenth of a pixel.
    package mutating func appendInterpolation(_ coordinate: Double) { text += Markup.coordinate(coordinate) }
    package mutating func appendInterpolation(_ plain: String) { text += Markup.escaped(plain) }
  }

  /// A text in which nothing is markup. Control characters, which XML cannot hold, are replaced.
  static func escaped(_ plain: String) -> String {
    var result = ""
    result.reserveCapacity(plain.utf8.count)
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value & 0xfffe == 0xfffe:
        result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A number to a tenth; what is far outside any picture is drawn in to where the renderers' arithmetic holds.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
