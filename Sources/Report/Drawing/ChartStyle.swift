/// The style sheets of charts: one for files of their own, one for those of a page, whose colors are variables.
enum ChartStyle {
  /// What holds on every ground.
  private static let shapes = """
    .line{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:butt}
    .band{stroke:none;fill-opacity:.16}
    .band.open{fill-opacity:.05}
    .mark{stroke:none}
    .faint{stroke-opacity:.25}
    .region{stroke:none;fill-opacity:.045}
    .level{fill:none;stroke-width:.6;stroke-opacity:.35}
    """

  /// For a page, which defines the variables.
  static let page = """
    \(SeriesStyle.rules { "var(--c\($0))" })
    \(shapes)
    .plot text{fill:var(--soft)}
    .grid{stroke:var(--grid)}.axis{stroke:var(--axis)}
    .region{fill:var(--ink)}.level{stroke:var(--ink)}
    """

  /// The variables of a page's colors.
  static func variables(_ ground: KeyPath<SeriesStyle.Color, String>) -> String {
    SeriesStyle.colors.enumerated().map { "--c\($0.offset):\($0.element[keyPath: ground])" }.joined(separator: ";")
  }

  /// For a file. Plain values and classes only: programs that set papers know no variables. On a dark screen a browser shows
  /// the dark colors.
  static let file = """
    text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;fill:#59626d}
    .title{font-size:15px;font-weight:600;fill:#1b1f24}
    .name{fill:#1b1f24}
    \(rules(\.light, ground: "#ffffff", ink: "#1b1f24", grid: "#e6e9ed", axis: "#8b949e"))
    \(shapes)
    @media (prefers-color-scheme:dark){
    text{fill:#9aa4af}.title,.name{fill:#e8ecf1}
    \(rules(\.dark, ground: "#0f1216", ink: "#e8ecf1", grid: "#23282f", axis: "#6b7580"))
    .line{fill:none}.band,.mark,.region{stroke:none}.level{fill:none}
    }
    """

  private static func rules(
    _ colors: KeyPath<SeriesStyle.Color, String>, ground: String, ink: String, grid: String, axis: String
  ) -> String {
    """
    .ground{fill:\(ground)}.grid{stroke:\(grid)}.axis{stroke:\(axis)}.region{fill:\(ink)}.level{stroke:\(ink)}
    \(SeriesStyle.rules { SeriesStyle.colors[$0][keyPath: colors] })
    """
  }
}
