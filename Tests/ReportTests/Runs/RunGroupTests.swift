import GlissadeData
import Testing

@testable import GlissadeReport

@Suite("Groups of runs")
struct RunGroupTests {
  @Test("Seeds make one group, named by what tells it from others")
  func grouping() throws {
    let runs = [
      try run(rate: 0.01, seed: 1, losses: [3, 1]), try run(rate: 0.01, seed: 2, losses: [4, 2]),
      try run(rate: 0.1, seed: 1, losses: [9, 8]), try run(optimizer: "sgd", rate: 0.1, seed: 1, losses: [5, 5]),
    ]
    let groups = RunGroup.groups(runs)
    #expect(groups.map(\.name) == ["adam · lr 0.01", "adam · lr 0.1", "sgd · lr 0.1"])
    #expect(groups.map(\.runs.count) == [2, 1, 1] && groups.map(\.style) == [0, 1, 2])
    #expect(groups[0].series("trainLoss", worst: .infinity).points.map(\.y) == [3.5, 1.5])
    #expect(RunGroup.groups([runs[0], runs[1]]).map(\.name) == ["adam"])
    // The same run twice is not two seeds.
    #expect(RunGroup.groups([runs[0], runs[0]]).map(\.runs.count) == [1])
  }

  @Test("The best rate of a method, and those near it")
  func rates() throws {
    let losses: [(Double, Double)] = [(0.001, 9), (0.01, 1.5), (0.1, 1), (1, 3), (10, 1.2)]
    let groups = RunGroup.groups(try losses.map { try run(rate: $0.0, losses: [10, $0.1]) })
    let families = RateFamily.families(groups)
    #expect(families.count == 1 && families[0].name == "adam" && families[0].groups.map(\.rate) == losses.map(\.0))
    #expect(families[0].best?.rate == 0.1 && families[0].goodRates == 0.01...0.1)
    #expect(families[0].stepTime == 1.5 / 20)
    #expect(families[0].ends("trainLoss").map(\.end.median) == losses.map(\.1))
  }

  @Test("A loss that exploded does not set the scale")
  func explosions() {
    let lines = [
      Series("a", style: 0, points: [.init(0.1, 2), .init(1, 1), .init(10, 21)]),
      Series("b", style: 1, points: [.init(0.1, 1), .init(1, 0.5), .init(10, 1e9)]),
    ]
    .withoutExplosions()
    #expect(lines[0].points[2].y.isNaN && lines[1].points[2].y.isNaN && lines[0].points[1].y == 1)
    #expect(lines[0].points.prefix(2) == [.init(0.1, 2), .init(1, 1)])
  }

  @Test("A run that failed is worse than all others")
  func failed() throws {
    let broken = try run(
      #"{"event":"started","optimizer":"adam","learningRate":1,"seed":"1"}"#,
      #"{"event":"epoch","step":10,"trainLoss":0.001}"#, #"{"event":"failed","message":"The loss is not finite."}"#)
    let families = RateFamily.families(RunGroup.groups([broken, try run(rate: 0.1, losses: [1])]))
    #expect(
      families.flatMap(\.groups).compactMap { $0.group.median { $0.last("trainLoss") }?.median }.sorted() == [
        1, .infinity,
      ])
  }

  @Test("Commands come back as a shell reads them")
  func commands() throws {
    #expect(ShellCommand.quoted("beta2=0.9,x=1e-3") == "beta2=0.9,x=1e-3")
    #expect(ShellCommand.quoted("a b") == "'a b'" && ShellCommand.quoted("") == "''")
    #expect(ShellCommand.quoted("'; rm -rf $HOME #") == #"''\''; rm -rf $HOME #'"#)
    let record = try run(optimizer: "sgd", rate: 0.1, seed: 7, losses: [1])
    #expect(ShellCommand.text(record) == "glissade train --optimizer sgd --learning-rate 0.1 --seed 7")
    let recorded = try run(#"{"event":"started","command":["glissade","train","--set","a b"]}"#)
    #expect(ShellCommand.text(recorded) == "glissade train --set 'a b'")
  }
}
