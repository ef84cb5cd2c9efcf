extension Section {
  /// The section; its charts are numbered from `firstChart` in the page's data.
  func markup(id: String, firstChart: Int) -> Markup {
    let heading: Markup = isPart ? "<h3>\(title)</h3>" : "<h2>\(title)</h2>"
    return """
      <section id="\(id)"\(isPart ? " class=\"part\"" as Markup : "") aria-label="\(title)">
      \(heading)
      \(words.isEmpty ? "" as Markup : "<p class=\"words\">\(words)</p>")
      \(legendMarkup)
      \(chartsMarkup(firstChart))
      \(tables.map(\.markup))
      \(other)
      </section>
      """
  }

  private var legendMarkup: Markup {
    guard legend.count > 1 || isPart else { return "" }
    let entries = legend.map { entry -> Markup in
      "<li data-series=\"\(entry.name)\">\(SeriesStyle.swatch(entry.style))<span>\(entry.name)</span></li>"
    }
    return "<ul class=\"legend\" aria-label=\"Lines of the charts below\">\n\(entries)\n</ul>"
  }

  private func chartsMarkup(_ first: Int) -> Markup {
    guard !charts.isEmpty else { return "" }
    let figures = charts.enumerated().map { index, chart -> Markup in
      let title: Markup = isPart ? "<h4>\(chart.title)</h4>" : "<h3>\(chart.title)</h3>"
      return """
        <figure class="chart" id="chart-\(chart.name)" data-chart="\(first + index)">
        <figcaption>\(title)\(chart.note.isEmpty ? "" as Markup : "<p>\(chart.note)</p>")</figcaption>
        <div class="canvas">\(ChartDrawing.inline(chart))</div>
        </figure>
        """
    }
    return "<div class=\"charts\(charts.count == 1 ? " single" : "")\">\n\(figures)\n</div>"
  }
}

extension SeriesStyle {
  /// A stretch of a line with its marker.
  static func swatch(_ style: Int) -> Markup {
    """
    <svg class="swatch" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">\
    <path class="line \(classes(style))" d="M0 6H26"/>\
    \(ChartDrawing.mark(style, at: SIMD2(13, 6)))</svg>
    """
  }
}
