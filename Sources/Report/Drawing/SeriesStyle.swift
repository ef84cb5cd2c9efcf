/// How the series of a chart are told apart: by color, and by dash and marker for eyes that do not see the color.
package enum SeriesStyle {
  /// A color on a light and on a dark ground.
  struct Color: Sendable, Hashable {
    let light: String
    let dark: String
  }

  /// Eight colors, found by a search. A test holds them to a contrast of 3 with the ground (WCAG 2.2, 1.4.11) and to a distance
  /// from one another, larger for those of one dash, as eyes of three kinds of color blindness see them (Machado, Oliveira
  /// and Fernandes 2009, doi:10.1109/TVCG.2009.113).
  static let colors = [
    Color(light: "#1747ee", dark: "#7399ed"), Color(light: "#ef5d21", dark: "#ee7243"),
    Color(light: "#0d7b58", dark: "#41e78c"), Color(light: "#97247c", dark: "#e094b3"),
    Color(light: "#8641c7", dark: "#8564f6"), Color(light: "#a4490e", dark: "#ebc330"),
    Color(light: "#229ba9", dark: "#4bbce5"), Color(light: "#888d5d", dark: "#aed8b4"),
  ]

  /// The dashes, each for four styles in a row.
  static let dashes = ["", "7 4", "2 3.5", "9 3 2 3"]

  /// The outlines of the markers, about the origin, for a radius of 1.
  static let markers = [
    "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
    "M-.9-.9H.9V.9H-.9Z",
    "M0-1.2L1.1 .8H-1.1Z",
    "M0-1.3L1.3 0L0 1.3L-1.3 0Z",
    "M0 1.2L1.1-.8H-1.1Z",
    "M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
    "M0-1.2L1.14-.37L.71 .97H-.71L-1.14-.37Z",
    "M-1.2-.8L-.8-1.2L0-.4L.8-1.2L1.2-.8L.4 0L1.2 .8L.8 1.2L0 .4L-.8 1.2L-1.2 .8L-.4 0Z",
  ]

  static func color(_ style: Int) -> Int { style % colors.count }
  static func dash(_ style: Int) -> Int { style / 4 % dashes.count }
  static func marker(_ style: Int) -> Int { style % markers.count }

  /// The classes of what is drawn in a style.
  static func classes(_ style: Int) -> String { "c\(color(style)) d\(dash(style))" }

  /// The rules for `c0`…, `d0`…, and the parts of a chart, where `color` gives the value of a color.
  static func rules(color: (Int) -> String) -> String {
    let colored = colors.indices.map { ".c\($0){stroke:\(color($0));fill:\(color($0))}" }
    let dashed = dashes.enumerated().dropFirst().map { ".line.d\($0.offset){stroke-dasharray:\($0.element)}" }
    return (colored + dashed).joined(separator: "\n")
  }
}
