import GlissadeOptimizers
import Testing

/// Every schedule can be had by name, and what does not go together is told of.
@Suite struct ScheduleRegistryTests {
  @Test func piecewiseIsMadeOfItsPoints() throws {
    let schedule = try ScheduleRegistry.make(
      ["piecewise:at=0/10/20,factors=1/0.5/0.125,interpolation=linear"], steps: 30)
    #expect([0, 5, 10, 15, 20, 40].map { schedule.factor(at: $0) } == [1, 0.75, 0.5, 0.3125, 0.125, 0.125])
    let steps = try ScheduleRegistry.make(["piecewise:at=0/4,factors=1/0.5"], steps: 30)
    #expect([0, 3, 4, 29].map { steps.factor(at: $0) } == [1, 1, 0.5, 0.5])
  }

  @Test(arguments: [
    "piecewise:at=0/10", "piecewise:at=10/0,factors=1/2", "piecewise:factors=1/x", "piecewise:at=0,factors=-1",
  ])
  func piecewiseNeedsAFactorForEachStep(_ text: String) {
    #expect(throws: ScheduleError.self) { try ScheduleRegistry.make([text], steps: 30) }
  }

  /// All of them by their defaults, for few and for many steps: finite, and not below 0.
  @Test(arguments: ScheduleRegistry.entries.map(\.name))
  func defaultsMakeASchedule(_ name: String) throws {
    for steps in [2, 7, 1_000] {
      // A warmup, and a decay, take a step each.
      if name == "warmup-stable-decay" && steps == 2 { continue }
      let schedule = try ScheduleRegistry.make([name], steps: steps)
      #expect((0..<2 * steps).allSatisfy { (0...1.0001).contains(schedule.factor(at: $0)) })
    }
  }
}
