/// A page that holds all it needs: no file and no server beside it.
struct Page {
  let title: String
  let subtitle: String
  /// Figures to see first, with what they are.
  let figures: [(value: String, name: String)]
  let sections: [Section]
  let version: String

  var text: String {
    var firstChart = 0
    var parts: [Markup] = []
    var index: [Markup] = []
    for (number, section) in sections.enumerated() {
      let id = "section-\(number + 1)"
      parts.append(section.markup(id: id, firstChart: firstChart))
      firstChart += section.charts.count
      if !section.isPart { index.append("<a href=\"#\(id)\">\(section.title)</a>") }
    }
    let page: Markup = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="glissade \(version)">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data:">
      <link rel="icon" href="data:,">
      <title>\(title)</title>
      <style>
      \(Markup(trusted: PageColors.sheet))
      \(Markup(trusted: ChartStyle.page))
      \(Markup(trusted: String(decoding: PackageResources.style_css, as: UTF8.self)))
      </style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      <div class="top"><div><h1>\(title)</h1><p class="words">\(subtitle)</p></div>
      <fieldset class="theme" hidden><legend class="hidden">Colors</legend>
      <label><input type="radio" name="theme" value="auto" checked><span>Auto</span></label>\
      <label><input type="radio" name="theme" value="light"><span>Light</span></label>\
      <label><input type="radio" name="theme" value="dark"><span>Dark</span></label>
      </fieldset></div>
      <dl class="figures">
      \(figures.map { figure -> Markup in "<div><dt>\(figure.name)</dt><dd>\(figure.value)</dd></div>" })
      </dl>
      <nav aria-label="Sections">\(index)</nav>
      </header>
      <main id="content">
      \(parts)
      </main>
      <footer><p>Made by <code>glissade report</code> \(version). The page holds its data; it loads nothing.</p></footer>
      <div class="hidden" id="spoken" aria-live="polite"></div>
      <script type="application/json" id="data">\(PageData(charts: charts, version: version).text)</script>
      <script>
      \(Markup(trusted: String(decoding: PackageResources.page_js, as: UTF8.self)))
      </script>
      </body>
      </html>

      """
    return page.text
  }

  private var charts: [Chart] { sections.flatMap(\.charts) }
}
