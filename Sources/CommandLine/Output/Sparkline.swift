/// A curve in one line of text.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// Values as bars from the least to the greatest, each bar the mean of as many values as there are for it.
  static func text(_ values: [Double], width: Int) -> String {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "" }
    let columns = min(width, values.count)
    return String(
      (0..<columns).map { column -> Character in
        let part = values[column * values.count / columns..<(column + 1) * values.count / columns]
        let mean = part.reduce(0, +) / Double(part.count)
        guard mean.isFinite else { return "·" }
        let height = high > low ? (mean - low) / (high - low) : 1
        return bars[min(bars.count - 1, Int(height * Double(bars.count)))]
      })
  }
}
