/// A chart as SVG.
struct ChartDrawing {
  let chart: Chart
  let layout: ChartLayout

  /// The chart as a picture of a page, which has the title and legend beside it.
  static func inline(_ chart: Chart, width: Double = 560, height: Double = 320) -> Markup {
    let drawing = ChartDrawing(chart: chart, layout: ChartLayout(chart, width: width, height: height))
    let layout = drawing.layout
    return """
      <svg class="plot" viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" \
      height="\(layout.height)" role="img" aria-label="\(chart.spoken)">
      \(drawing.body)
      </svg>
      """
  }

  /// The chart as a file of its own, for papers.
  static func file(_ chart: Chart, width: Double = 720, height: Double = 440) -> String {
    let legend = LegendDrawing(chart, left: 20, top: 44, width: width - 40)
    let above = 42 + legend.height
    let drawing = ChartDrawing(
      chart: chart, layout: ChartLayout(chart, width: width, height: height, above: above, beside: 8))
    let layout = drawing.layout
    let file: Markup = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" \
      height="\(layout.height)" role="img" aria-label="\(chart.title)">
      <title>\(chart.title)</title>
      <desc>\(chart.spoken)</desc>
      <style>
      \(Markup(trusted: ChartStyle.file))
      </style>
      <rect class="ground" width="\(layout.width)" height="\(layout.height)"/>
      <text class="title" x="20" y="28">\(chart.title)</text>
      \(legend.body)
      \(drawing.body)
      </svg>

      """
    return file.text
  }

  /// All but the frame.
  var body: Markup {
    Markup.lines(
      [axes, contours] + chart.series.flatMap(bands) + chart.series.flatMap(lines) + chart.series.map(marks))
  }

  private var axes: Markup {
    let (left, right, top, bottom) = (layout.left, layout.right, layout.top, layout.bottom)
    let across = layout.x.ticks.map { tick -> Markup in
      let x = layout.across(tick.value)
      return "<text x=\"\(x)\" y=\"\(bottom + 18)\" text-anchor=\"middle\">\(tick.label)</text>"
    }
    let up = layout.y.ticks.map { tick -> Markup in
      let y = layout.up(tick.value)
      let line: Markup = "<line class=\"grid\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(y)\" y2=\"\(y)\"/>"
      return """
        \(chart.contours == nil ? line : "")\
        <text x="\(left - 8)" y="\(y + 4)" text-anchor="end">\(tick.label)</text>
        """
    }
    return """
      \(up)
      \(across)
      <line class="axis" x1="\(left)" x2="\(right)" y1="\(bottom)" y2="\(bottom)"/>
      <text x="\(left)" y="\(top - 14)" text-anchor="start">↑ \(chart.y.label)</text>
      <text x="\(right)" y="\(bottom + 36)" text-anchor="end">\(chart.x.label) →</text>
      """
  }

  private var contours: Markup {
    guard let contours = chart.contours else { return "" }
    let regions = contours.levels.map { level -> Markup in
      let outline = level.rings.map { ring in
        "M" + ring.map { text(SIMD2(layout.across($0.x), layout.up($0.y))) }.joined(separator: "L") + "Z"
      }
      .joined()
      return "<path class=\"region\" d=\"\(outline)\"/><path class=\"level\" d=\"\(outline)\"/>"
    }
    let minima = contours.minima.compactMap { layout.place($0.x, $0.y) }.map { place -> Markup in
      "<path class=\"axis\" d=\"M\(place.x - 5) \(place.y)H\(place.x + 5)M\(place.x) \(place.y - 5)V\(place.y + 5)\"/>"
    }
    return "\(regions)\n\(minima)"
  }

  private func bands(_ series: Series) -> [Markup] {
    // What has no end above is drawn apart, and fainter.
    series.hasBand ? [false, true].compactMap { band(series, isOpen: $0) } : []
  }

  private func band(_ series: Series, isOpen: Bool) -> Markup? {
    // Stretches of points that have a band, each drawn out along its top and back along its bottom.
    var stretches: [[(x: Double, low: Double, high: Double)]] = [[]]
    for point in series.points {
      guard let low = point.low, let high = point.high, (high == .infinity) == isOpen, layout.xScale.holds(point.x),
        layout.yScale.holds(point.y)
      else {
        stretches.append([])
        continue
      }
      let top = layout.yScale.holds(high) ? layout.up(high) : layout.top
      let bottom = layout.yScale.holds(low) ? layout.up(low) : layout.bottom
      stretches[stretches.count - 1].append((layout.across(point.x), bottom, top))
    }
    let outline = stretches.filter { $0.count > 1 }.map { stretch in
      let out = stretch.map { text(SIMD2($0.x, $0.high)) }
      let back = stretch.reversed().map { text(SIMD2($0.x, $0.low)) }
      return "M" + (out + back).joined(separator: "L") + "Z"
    }
    .joined()
    guard !outline.isEmpty else { return nil }
    return "<path class=\"band \(isOpen ? "open " : "")\(SeriesStyle.classes(series.style))\" d=\"\(outline)\"/>"
  }

  /// A line, and over it itself without noise, where the chart smooths.
  private func lines(_ series: Series) -> [Markup] {
    smooths(series) ? [line(series, isFaint: true), line(series.smoothed())] : [line(series)]
  }

  private func smooths(_ series: Series) -> Bool { chart.smooths && series.canBeSmoothed }

  private func line(_ series: Series, isFaint: Bool = false) -> Markup {
    var path = ""
    var isDrawing = false
    var last = 0.0
    for point in series.points {
      guard let place = layout.place(point.x, point.y) else {
        isDrawing = false
        continue
      }
      if !isDrawing {
        path += "M" + text(place)
      } else {
        if series.isStepped { path += "L" + text(SIMD2(place.x, last)) }
        path += "L" + text(place)
      }
      last = place.y
      isDrawing = true
    }
    let faint = isFaint ? "faint " : ""
    let clipped: Markup = "<path class=\"line \(faint)\(SeriesStyle.classes(series.style))\" d=\"\(path)\"/>"
    guard chart.contours != nil else { return clipped }
    // A picture within the picture cuts off what leaves the plane that is shown.
    let (width, height) = (layout.right - layout.left, layout.bottom - layout.top)
    return """
      <svg x="\(layout.left)" y="\(layout.top)" width="\(width)" height="\(height)" \
      viewBox="\(layout.left) \(layout.top) \(width) \(height)">\(clipped)</svg>
      """
  }

  private func marks(_ series: Series) -> Markup {
    let points = smooths(series) ? series.smoothed().points : series.points
    let places = points.compactMap { layout.place($0.x, $0.y) }.filter { place in
      (layout.left - 1...layout.right + 1).contains(place.x) && (layout.top - 1...layout.bottom + 1).contains(place.y)
    }
    return Markup.lines(marked(places, series.style).map { Self.mark(series.style, at: $0) })
  }

  /// Which places get a marker: all, the last of a path over contours, or some along a line, at other places than the
  /// neighbors' along theirs.
  private func marked(_ places: [SIMD2<Double>], _ style: Int) -> [SIMD2<Double>] {
    if chart.contours != nil { return Array(places.suffix(1)) }
    if chart.marksPoints && places.count <= 60 { return places }
    var result: [SIMD2<Double>] = []
    var next = layout.left + 24 + Double(style * 29 % 96)
    for place in places where place.x >= next {
      result.append(place)
      next = place.x + 96
    }
    return result.isEmpty ? Array(places.suffix(1)) : result
  }

  /// The marker of a style.
  static func mark(_ style: Int, at place: SIMD2<Double>) -> Markup {
    """
    <path class="mark \(SeriesStyle.classes(style))" transform="translate(\(place.x) \(place.y)) scale(3.4)" \
    d="\(SeriesStyle.markers[SeriesStyle.marker(style)])"/>
    """
  }

  private func text(_ place: SIMD2<Double>) -> String {
    Markup.coordinate(place.x) + " " + Markup.coordinate(place.y)
  }
}

extension Chart {
  /// The chart as an SVG file of its own, whose lines have no more points than can be seen.
  package var file: String {
    var chart = self
    chart.series = series.map { $0.thinned() }
    return ChartDrawing.file(chart)
  }

  /// What it shows, for those who hear it.
  var spoken: String {
    let ends = series.prefix(8).map { series -> String in
      let last = series.points.last { $0.y.isFinite }
      return last.map { "\(series.name) ends at \(NumberText.short($0.y))" } ?? "\(series.name) has no values"
    }
    let more = series.count > 8 ? "; and \(series.count - 8) more" : ""
    return "\(title). \(y.label) over \(x.label): \(ends.joined(separator: "; "))\(more)."
  }
}
