import GlissadeData
import Testing

@testable import GlissadeReport

@Suite("Pages")
struct PageTests {
  @Test("What is interpolated is text")
  func markup() {
    let name = hostile
    let cell: Markup = "<td title=\"\(name)\">\(name)</td>"
    #expect(!cell.text.contains("<script") && !cell.text.contains("<!--") && !cell.text.contains("\u{1b}"))
    #expect(cell.text.hasPrefix("<td title=\"&lt;/script&gt;") && cell.text.contains("&quot; &#39; &amp;"))
    let inner: Markup = "<b>\(cell)</b>"
    #expect(inner.text == "<b>" + cell.text + "</b>")
    let places: Markup = "\(1.25) \(-0.04) \(1e300) \(Double.nan) \(-3.96)"
    #expect(places.text == "1.3 0 1000000 0 -4")
  }

  @Test("Data in a page is the same JSON, without a character that HTML reads")
  func data() throws {
    let value = JSONValue.object([.init(hostile, .array([.text(hostile), .number(0.1), .null]))])
    let text = PageData.escaped(value.json)
    #expect(!text.contains { "<>&\u{2028}".contains($0) })
    #expect(try JSONValue(parsing: Array(text.utf8)[...]) == value)
  }

  @Test("A hostile record's page has no markup of its own")
  func hostileRecord() throws {
    let record = try run(
      "{\"event\":\"started\",\"optimizer\":\(hostileJSON),\"data\":\(hostileJSON),\(hostileJSON):1,\"processor\":\(hostileJSON),\"command\":[\(hostileJSON)]}",
      "{\"event\":\"epoch\",\"step\":1,\"trainLoss\":1e-320,\(hostileJSON):2}",
      "{\"event\":\"epoch\",\"step\":1e308,\"trainLoss\":1.7e308,\(hostileJSON):-1e300}",
      "{\"event\":\"warning\",\"message\":\(hostileJSON)}", "{\"event\":\"failed\",\"message\":\(hostileJSON)}")
    let report = Report(runs: [record, record], comparisons: [], version: "1") { _ in nil }
    let page = report.page
    #expect(!page.contains("<script>alert") && !page.contains("<!--"))
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script").count == 3)
    #expect(Set(report.charts.map(\.name)).count == report.charts.count && report.charts.count == 2)
    #expect(report.charts.allSatisfy { $0.name.wholeMatch(of: /[a-z0-9-]+/) != nil })
  }

  @Test("The charts and tables of a page have the numbers of the records")
  func numbers() throws {
    let runs = [
      try run(rate: 0.01, seed: 1, losses: [2.5, 0.1234567], accuracy: 0.91),
      try run(rate: 0.1, seed: 1, losses: [3.5, 1.75], accuracy: 0.75),
    ]
    let page = Report(runs: runs, comparisons: [], version: "1") { _ in nil }.page
    let match = try #require(
      page.firstMatch(of: /<script type="application\/json" id="data">(.*?)<\/script>/.dotMatchesNewlines()))
    let data = try JSONValue(parsing: Array(match.1.utf8)[...])
    let chart = try #require(data["charts"]?.array?.first { $0["name"]?.text == "train-loss" })
    let ys = chart["series"]?.array?.map { $0["y"]?.array?.compactMap(\.number) ?? [] }
    #expect(ys == [[2.5, 0.1234567], [3.5, 1.75]])
    #expect(page.contains("data-value=\"0.1234567\"") && page.contains(">0.123<") && page.contains(">91.0\u{a0}%<"))
    #expect(page.contains("Learning rates"))
    // Nothing is loaded from anywhere.
    #expect(!page.contains(/(src|href)="(https?:)?\/\//) && !page.contains("@import") && !page.contains("url("))
  }

  @Test("A comparison has its curves, paths, trials, profile, tests and commands")
  func comparison() throws {
    let record = try ComparisonRecord(RecordFile(path: "c", bytes: Array(comparisonLines.joined(separator: "\n").utf8)))
    let report = Report(runs: [], comparisons: [record], version: "1") { name in
      name == "rosenbrock" ? Landscape(x: -2...2, y: -1...3, minima: [SIMD2(1, 1)]) { $0.x * $0.x + $0.y * $0.y } : nil
    }
    #expect(
      report.charts.map(\.name) == [
        "profile-steps-to-target", "rosenbrock-value", "rosenbrock-learning-rates", "rosenbrock-paths",
      ])
    let page = report.page
    #expect(page.contains("glissade compare --problem &#39;it&#39;\\&#39;&#39;s&#39;"))
    #expect(
      page.contains("Holm p") && page.contains(">812<") && page.contains("5 of 5") && page.contains("1.10\u{a0}ms"))
    #expect(page.contains("0.5 – ∞"))
  }

  @Test("Sections without records are left out, and a page without any record is still a page")
  func empty() {
    let page = Report(runs: [], comparisons: [], version: "1") { _ in nil }.page
    #expect(page.hasPrefix("<!doctype html>") && page.contains("</html>") && !page.contains("figure class"))
  }
}
