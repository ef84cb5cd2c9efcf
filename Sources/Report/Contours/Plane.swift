/// The part of the plane that a chart of paths shows.
struct Plane: Hashable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  /// What a landscape asks for, and the points with some room about them; without a landscape, the points. Paths that run far
  /// away are cut off: of each coordinate, the outer hundredths on both sides do not count.
  init(_ points: [Series.Point], around landscape: Landscape?) {
    func range(_ values: [Double], _ asked: ClosedRange<Double>?) -> ClosedRange<Double> {
      let sorted = values.filter { $0.magnitude < 1e100 }.sorted()
      guard let first = sorted.first, let last = sorted.last else { return asked ?? -1...1 }
      let cut = sorted.count / 100
      let (near, far) = (sorted[cut], sorted[sorted.count - 1 - cut])
      // Within three times what is asked for, all is shown.
      let width = asked.map { $0.upperBound - $0.lowerBound } ?? 0
      var (low, high) = (asked?.lowerBound ?? near, asked?.upperBound ?? far)
      if asked != nil {
        low = min(low, max(near, low - width))
        high = max(high, min(far, high + width))
      } else if first >= near - (far - near), last <= far + (far - near) {
        (low, high) = (first, last)
      }
      let room = high > low ? 0.06 * (high - low) : 1
      return asked == nil || low < asked?.lowerBound ?? low || high > asked?.upperBound ?? high
        ? low - room...high + room : low...high
    }
    x = range(points.map(\.x), landscape?.x)
    y = range(points.map(\.y), landscape?.y)
  }
}
