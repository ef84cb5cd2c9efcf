/// A part of a page: words, charts with one legend, tables.
struct Section {
  var title: String
  /// What it shows and how to read it; may be empty.
  var words = ""
  var charts: [Chart] = []
  var tables: [Table] = []
  /// Whatever is neither.
  var other: Markup = ""
  /// Whether it is a part of the section before it, with a smaller heading and no place in the page's index.
  var isPart = false

  /// The names of the series of its charts with their styles, each once, in order.
  var legend: [(name: String, style: Int)] {
    var seen: Set<String> = []
    return charts.flatMap(\.series).filter { seen.insert($0.name).inserted }.map { ($0.name, $0.style) }
  }
}
