import GlissadeData
import Testing

@testable import GlissadeReport

/// A small comparison of two optimizers on one problem of the plane.
let comparisonLines = [
  #"""
  {"event":"comparison","format":1,"version":"0.1.0","command":["glissade","compare","--problem","it's"],
   "problems":[{"name":"rosenbrock","summary":"A valley.","kind":"function","dimension":2,"measure":"value","minimum":0,
   "target":0.02,"steps":20,"every":10}],"optimizers":[{"label":"sgd"},{"label":"adam"}],"seeds":2,"trials":2,
   "environment":{"kernels":"v4","cores":2}}
  """#.replacing("\n", with: ""),
  #"{"event":"trial","problem":"rosenbrock","optimizer":"adam","learningRate":0.1,"final":0.5}"#,
  #"{"event":"trial","problem":"rosenbrock","optimizer":"adam","learningRate":1,"final":null,"outcome":"diverged"}"#,
  #"{"event":"tuned","problem":"rosenbrock","optimizer":"adam","learningRate":0.1,"source":"search","trial":0}"#,
  #"""
  {"event":"run","problem":"rosenbrock","optimizer":"adam","seedIndex":0,"outcome":"finished",
   "curve":{"step":[0,10,20],"value":[24.2,4.1,0.5],"accuracy":[null,null,null]},"path":[[-1.2,1],[0,0.5],[1,1]]}
  """#.replacing("\n", with: ""),
  #"""
  {"event":"run","problem":"rosenbrock","optimizer":"adam","seedIndex":1,"outcome":"diverged",
   "curve":{"step":[0,10],"value":[24.2,null]},"path":[[-1.2,1],[null,null]]}
  """#.replacing("\n", with: ""),
  #"""
  {"event":"summary","problem":"rosenbrock","optimizer":"adam","learningRate":0.1,"runs":2,"diverged":1,"reached":1,
   "final":{"median":null,"low":0.5,"high":null,"coverage":0.5},"best":{"median":0.5,"low":0.5,"high":0.5},
   "stepsToTarget":{"median":812,"low":790,"high":901},"secondsToTarget":{"median":0.0011,"low":0.001,"high":0.0013}}
  """#.replacing("\n", with: ""),
  #"""
  {"event":"test","problem":"rosenbrock","quantity":"final","first":"adam","second":"sgd","pairs":5,"firstBetter":5,
   "secondBetter":0,"wilcoxon":0.0625,"sign":0.0625,"holm":0.375}
  """#.replacing("\n", with: ""),
  #"""
  {"event":"profile","quantity":"stepsToTarget","optimizer":"adam","problems":1,"limit":4,"score":0.71,"ratio":[1,1.31],
   "share":[0.5,1]}
  """#.replacing("\n", with: ""),
  #"{"event":"finished","runs":2,"trials":2,"seconds":1}"#,
]

@Suite("Records of comparisons")
struct ComparisonRecordTests {
  private func record(_ lines: [String]) throws -> ComparisonRecord {
    try ComparisonRecord(RecordFile(path: "c", bytes: Array(lines.joined(separator: "\n").utf8)))
  }

  @Test("All kinds of lines")
  func reading() throws {
    let record = try record(comparisonLines)
    #expect(record.optimizers == ["sgd", "adam"] && record.style("adam") == 1 && record.isFinished)
    #expect(record.problems[0].target == 0.02 && record.problems[0].isFunction)
    #expect(record.trials.map(\.final) == [0.5, .infinity])
    #expect(record.runs[0].curves.keys.sorted() == ["value"])
    #expect(record.runs[0].curves["value"]?.map(\.y) == [24.2, 4.1, 0.5])
    #expect(record.runs[0].path.map(\.x) == [-1.2, 0, 1] && record.runs[1].isDiverged)
    #expect(record.summaries[0].final.median == .infinity && record.summaries[0].stepsToTarget.high == 901)
    #expect(record.tests[0].holm == 0.375 && record.profiles[0].points == [.init(1, 0.5), .init(1.31, 1)])
  }

  @Test(
    "A line that is not what it should be is refused with its number",
    arguments: [
      #"{"event":"run","problem":"rosenbrock","optimizer":"adam","seedIndex":0,"curve":{"step":[0,1],"value":[1]}}"#,
      #"{"event":"run","problem":"rosenbrock","optimizer":"adam","seedIndex":-1,"curve":{"step":[],"value":[]}}"#,
      #"{"event":"run","problem":"rosenbrock","optimizer":"adam","seedIndex":0}"#,
      #"{"event":"run","problem":"x","optimizer":"a","seedIndex":0,"curve":{"step":[1],"value":["1"]}}"#,
      #"{"event":"run","problem":"x","optimizer":"a","seedIndex":0,"curve":{"step":[null]}}"#,
      #"{"event":"run","problem":"x","optimizer":"a","seedIndex":0,"curve":{"step":[1]},"path":[[1]]}"#,
      #"{"event":"trial","problem":"x","optimizer":"a","learningRate":null}"#,
      #"{"event":"summary","problem":"x","optimizer":"a","runs":1.5}"#,
      #"{"event":"profile","quantity":"q","optimizer":"a","problems":1,"limit":4,"ratio":[1],"share":[]}"#,
    ])
  func refused(_ line: String) throws {
    let error = try #require(throws: RecordError.self) { try record([comparisonLines[0], line, comparisonLines[1]]) }
    #expect(error.description.contains("Line 2"))
  }

  @Test("A comparison under way has its page; a record of something else has none")
  func underWay() throws {
    let record = try record(Array(comparisonLines.prefix(5)))
    let report = Report(runs: [], comparisons: [record], version: "1") { _ in nil }
    #expect(report.page.contains("under way"))
    #expect(throws: RecordError.self) { try self.record([#"{"event":"started"}"#]) }
  }
}
