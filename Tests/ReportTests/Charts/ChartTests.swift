import Foundation
import Testing

@testable import GlissadeReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Charts")
struct ChartTests {
  private let chart = Chart(
    "losses", title: "Losses", x: Axis("step"), y: Axis("loss", scale: .logarithmic),
    series: [
      Series(
        "adam", style: 0,
        points: [.init(1, 10, low: 8, high: 12), .init(2, 1, low: 0, high: .infinity), .init(3, .nan), .init(4, 0.1)]),
      Series("sgd", style: 1, points: [.init(1, -3), .init(2, 5), .init(3, 2)], isStepped: true),
    ])

  @Test("Every point has its place within the axes, larger values higher")
  func layout() throws {
    let layout = ChartLayout(chart, width: 560, height: 320)
    for point in chart.series.flatMap(\.points) {
      guard let place = layout.place(point.x, point.y) else {
        #expect(point.y.isNaN || point.y <= 0)
        continue
      }
      #expect((layout.left...layout.right).contains(place.x) && (layout.top...layout.bottom).contains(place.y))
    }
    #expect(layout.up(10) < layout.up(1) && layout.across(4) > layout.across(1))
  }

  @Test("A line has a gap where there is no number, and a step function corners")
  func paths() {
    let drawing = ChartDrawing(chart: chart, layout: ChartLayout(chart, width: 560, height: 320))
    let lines = drawing.body.text.matches(of: /class="line [^"]*" d="([^"]*)"/).map { String($0.1) }
    #expect(lines.count == 2)
    #expect(lines[0].filter { $0 == "M" }.count == 2 && lines[0].filter { $0 == "L" }.count == 1)
    // From 5 to 2: along, then down.
    #expect(lines[1].filter { $0 == "M" }.count == 1 && lines[1].filter { $0 == "L" }.count == 2)
  }

  @Test("A file is well-formed XML, whatever the names")
  func files() {
    var chart = chart
    chart.title = hostile
    chart.x.label = hostile
    chart.series[0].name = hostile
    #expect(isWellFormed(chart.file))
    #expect(!isWellFormed("<svg><b></svg>"))
    #expect(!chart.file.contains("<script"))
    let empty = Chart("empty", title: "", x: Axis(""), y: Axis(""), series: [])
    #expect(isWellFormed(empty.file))
  }

  @Test("A path over contours is drawn within the plane, which keeps its proportions")
  func contours() {
    let bowl = Landscape(x: -2...2, y: -1...1, minima: [SIMD2(0, 0)]) { $0.x * $0.x + 4 * $0.y * $0.y }
    let chart = Chart(
      "bowl", title: "Bowl", x: Axis("x"), y: Axis("y"),
      series: [Series("sgd", style: 0, points: [.init(-1.5, 0.5), .init(1e9, -1e9), .init(0, 0)])],
      contours: Contours(bowl, x: bowl.x, y: bowl.y, levelCount: 5, resolution: 20))
    let layout = ChartLayout(chart, width: 560, height: 320)
    let (across, up) = (layout.across(1) - layout.across(0), layout.up(0) - layout.up(1))
    #expect(abs(across / up - 1) < 0.1)
    #expect(isWellFormed(chart.file))
    #expect(chart.file.contains(/class="region" d="M[^"]+Z"/))
  }

  @Test("Names of files are plain")
  func names() {
    #expect(Chart.name(from: "../../Größe of x₁ </script>") == "gr-e-of-x-script")
    #expect(Chart.name(from: "///").isEmpty)
  }

  private func isWellFormed(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    return parser.parse() && parser.parserError == nil
  }
}
