/// One line of a chart.
package struct Series: Sendable, Hashable {
  /// A point: a value over a place, with what the value lies between where that is known. What is not finite leaves a gap.
  package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var low: Double?
    package var high: Double?

    package init(_ x: Double, _ y: Double, low: Double? = nil, high: Double? = nil) {
      self.x = x
      self.y = y
      self.low = low
      self.high = high
    }
  }

  /// What it is called in the legend; series of one name are shown and hidden together.
  package var name: String
  /// Which color, dash and marker it has.
  package var style: Int
  /// In the order in which they are joined.
  package var points: [Point]
  /// Whether the line keeps a value until the next point, as a step function does.
  package var isStepped: Bool

  package init(_ name: String, style: Int, points: [Point], isStepped: Bool = false) {
    self.name = name
    self.style = style
    self.points = points
    self.isStepped = isStepped
  }

  /// Whether it has a band.
  var hasBand: Bool { points.contains { $0.low != nil && $0.high != nil } }
}
