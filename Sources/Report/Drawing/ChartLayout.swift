/// Where the parts of a chart stand in a picture of a given size. `page.js` places them by the same rules.
struct ChartLayout {
  let width: Double
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let xScale: Scale
  let yScale: Scale
  let x: Ticks
  let y: Ticks

  /// The width of a letter of an axis; no more than estimated, as fonts differ.
  private static let letter = 6.7

  /// A layout of a chart; `above` leaves room for what else stands in the picture, `beside` on both sides.
  init(_ chart: Chart, width: Double, height: Double, above: Double = 0, beside: Double = 0) {
    let xs = chart.series.flatMap { $0.points.map(\.x) } + chart.x.included
    let ys = chart.series.flatMap { $0.points.flatMap { [$0.y, $0.low ?? $0.y, $0.high ?? $0.y] } } + chart.y.included
    xScale = chart.contours == nil ? Self.scale(chart.x.scale, xs) : .linear
    yScale = chart.contours == nil ? Self.scale(chart.y.scale, ys) : .linear
    let xRange = chart.contours?.x ?? Self.range(xs, xScale)
    let yRange = chart.contours?.y ?? Self.range(ys, yScale)
    self.width = width
    top = above + 30
    right = width - 14 - beside
    var height = height
    if let contours = chart.contours {
      // One unit is as long up as across, unless that makes a strip of it.
      let ratio = (contours.y.upperBound - contours.y.lowerBound) / (contours.x.upperBound - contours.x.lowerBound)
      height = above + 72 + (width - 60 - 2 * beside) * min(max(ratio, 0.5), 1.1)
    }
    self.height = height
    bottom = height - 42
    y = Ticks(
      yScale, from: yRange.lowerBound, to: yRange.upperBound, count: Int((bottom - top) / 48),
      isRounded: chart.contours == nil)
    left = 14 + beside + Self.letter * Double(y.ticks.map(\.label.count).max() ?? 1)
    x = Ticks(
      xScale, from: xRange.lowerBound, to: xRange.upperBound, count: Int((right - left) / 74), isRounded: false)
  }

  /// The place of a point; nil if it has none.
  func place(_ x: Double, _ y: Double) -> SIMD2<Double>? {
    guard xScale.holds(x), yScale.holds(y) else { return nil }
    return SIMD2(across(x), up(y))
  }

  func across(_ value: Double) -> Double { left + (right - left) * x.place(value, xScale) }
  func up(_ value: Double) -> Double { bottom - (bottom - top) * y.place(value, yScale) }

  /// Logarithmic only where something can be shown so.
  private static func scale(_ wanted: Scale, _ values: [Double]) -> Scale {
    wanted == .logarithmic && values.contains { Scale.logarithmic.holds($0) } ? .logarithmic : .linear
  }

  private static func range(_ values: [Double], _ scale: Scale) -> ClosedRange<Double> {
    let shown = values.filter { scale.holds($0) }
    guard let low = shown.min(), let high = shown.max() else { return scale == .linear ? 0...1 : 1...10 }
    return low...high
  }
}
