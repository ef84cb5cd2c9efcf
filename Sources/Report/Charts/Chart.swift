/// A picture of lines over an axis.
package struct Chart: Sendable, Hashable {
  /// What names its files and places, of lower-case letters, digits and hyphens.
  package var name: String
  package var title: String
  /// A line that says how to read it; may be empty.
  package var note: String
  package var x: Axis
  package var y: Axis
  package var series: [Series]
  /// Whether every point has a marker, as where points were chosen one by one; else markers stand apart along the lines.
  package var marksPoints: Bool
  /// Whether lines of many points are drawn smooth over themselves, as noise would hide where they go.
  package var smooths: Bool
  /// What is under the lines, for paths in a plane, both of whose axes then have the same unit.
  package var contours: Contours?

  package init(
    _ name: String, title: String, note: String = "", x: Axis, y: Axis, series: [Series], marksPoints: Bool = false,
    smooths: Bool = false, contours: Contours? = nil
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.x = x
    self.y = y
    self.series = series
    self.marksPoints = marksPoints
    self.smooths = smooths
    self.contours = contours
  }

  /// A name made of any text: letters, digits and single hyphens.
  package static func name(from text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain { name.unicodeScalars.append(scalar) } else if !name.hasSuffix("-") { name += "-" }
    }
    while name.hasSuffix("-") { name.removeLast() }
    return name.hasPrefix("-") ? String(name.dropFirst()).lowercased() : name.lowercased()
  }
}
