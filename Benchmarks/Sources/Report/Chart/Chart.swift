/// `chart`: results as a picture.
struct Chart {
  /// The picture, a file of SVG.
  let svg: String

  /// Products of one scalar type become lines over their size; anything else becomes bars of ratios.
  init(_ results: Results, title: String?) throws {
    svg =
      if let chart = LineChart(results) {
        chart.svg(title: title)
      } else {
        try RatioChart(results).svg(title: title)
      }
  }
}
