import Foundation
import GlissadeSuite
import Testing

@Suite struct SweepPlanTests {
  private func plan(_ json: String) throws -> SweepPlan { try SweepPlan(json: Data(json.utf8)) }

  @Test func everyCombinationOnce() throws {
    let plan = try plan(
      #"{"command":"train","options":{"learning-rate":[0.001,1e-2],"epochs":5,"optimizer":["sgd","adam"],"json":[true,false]}}"#
    )
    #expect(plan.count == 8)
    let runs = (0..<8).map { plan.run($0) }
    #expect(runs[0].arguments == ["--epochs", "5", "--json", "--learning-rate", "0.001", "--optimizer", "sgd"])
    #expect(runs[1].arguments == ["--epochs", "5", "--json", "--learning-rate", "0.001", "--optimizer", "adam"])
    #expect(runs[7].arguments == ["--epochs", "5", "--learning-rate", "0.01", "--optimizer", "adam"])
    #expect(Set(runs.map(\.arguments)).count == 8)
    #expect(runs[7].folderName == "0007,json=no,learning-rate=0.01,optimizer=adam")
    #expect(try self.plan(#"{"command":"train","options":{}}"#).run(0).folderName == "0000")
  }

  /// Names of folders hold nothing that a file system or a shell minds, and are never too long.
  @Test func folderNames() throws {
    let text = String(repeating: "x", count: 300)
    let plan = try plan(#"{"command":"train","options":{"set":["../a b/$c","\#(text)"]}}"#)
    #expect(plan.run(0).folderName == "0000,set=.._a_b__c")
    #expect(plan.run(1).folderName.count == 120)
  }

  @Test func shardsDivide() throws {
    let shards = try (1...3).map { try #require(Shard("\($0)/3")) }
    #expect(shards.flatMap { $0.numbers(of: 10) }.sorted() == Array(0..<10))
    #expect(shards[1].numbers(of: 10) == [1, 4, 7])
    #expect(Shard.all.numbers(of: 2) == [0, 1])
    #expect(try #require(Shard("3/3")).numbers(of: 2).isEmpty)
    for wrong in ["0/3", "4/3", "1", "1/2/3", "a/b", "1/0", "-1/2", ""] { #expect(Shard(wrong) == nil) }
  }

  @Test func mistakesAreSentences() {
    for wrong in [
      "", "[]", #"{"command":"train"}"#, #"{"command":"train","options":{"a":null}}"#,
      #"{"command":"train","options":{"a":{"b":1}}}"#, #"{"command":"train","options":{"a":[[1]]}}"#,
      #"{"command":"train","options":{"a":""}}"#,
    ] {
      #expect(throws: SweepError.malformed) { try plan(wrong) }
    }
    #expect(throws: SweepError.noValues(option: "a")) { try plan(#"{"command":"train","options":{"a":[]}}"#) }
    let values = (0..<1_000).map(String.init).joined(separator: ",")
    let many = (0..<7).map { "\"o\($0)\":[\(values)]" }.joined(separator: ",")
    #expect(throws: SweepError.tooManyRuns) { try plan(#"{"command":"train","options":{\#(many)}}"#) }
  }
}
