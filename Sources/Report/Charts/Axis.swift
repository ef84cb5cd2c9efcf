/// What an axis shows, apart from how long it is and which numbers it spans.
package struct Axis: Sendable, Hashable {
  /// What the numbers are, with their unit.
  package var label: String
  /// How it is scaled unless the reader chooses otherwise.
  package var scale: Scale
  /// Numbers that it spans whatever is drawn.
  package var included: [Double]

  /// An axis of the given name.
  package init(_ label: String, scale: Scale = .linear, including included: [Double] = []) {
    self.label = label
    self.scale = scale
    self.included = included
  }
}
