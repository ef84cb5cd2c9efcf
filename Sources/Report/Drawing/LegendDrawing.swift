/// The names of a chart's series beside their lines and markers, in rows from left to right.
struct LegendDrawing {
  /// The height of all rows; none where there is one series, which the title names.
  let height: Double
  let body: Markup

  init(_ chart: Chart, left: Double, top: Double, width: Double) {
    guard chart.series.count > 1 else {
      (height, body) = (0, "")
      return
    }
    let rowHeight = 20.0
    var (x, y) = (left, top)
    var entries: [Markup] = []
    for series in chart.series {
      let needed = 50 + 7.2 * Double(series.name.count)
      if x > left, x + needed > left + width { (x, y) = (left, y + rowHeight) }
      let middle = SIMD2(x + 12, y + 8)
      entries.append(
        """
        <path class="line \(SeriesStyle.classes(series.style))" d="M\(x) \(middle.y)H\(x + 24)"/>\
        \(ChartDrawing.mark(series.style, at: middle))\
        <text class="name" x="\(x + 31)" y="\(y + 12)">\(series.name)</text>
        """)
      x += needed
    }
    height = y - top + rowHeight
    body = Markup.lines(entries)
  }
}
