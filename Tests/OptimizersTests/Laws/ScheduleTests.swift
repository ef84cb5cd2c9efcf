import GlissadeOptimizers
import Testing

@Suite struct ScheduleTests {
  static let schedules: [Schedule] = [
    .constant(0.5), .stepDecay(every: 3, by: 0.5), .cosine(steps: 10, to: 0.1), .linear(from: 0, to: 1, steps: 7),
    .warmup(steps: 4), .warmup(steps: 4).then(.cosine(steps: 5)),
    .warmup(steps: 2).then(.constant(steps: 3)).then(.warmup(steps: 4)),
  ]

  @Test func warmupDoesNotWasteItsFirstStep() {
    #expect((0..<6).map { Schedule.warmup(steps: 4).factor(at: $0) } == [0.25, 0.5, 0.75, 1, 1, 1])
  }

  @Test func endsAreExact() {
    let cosine = Schedule.cosine(steps: 10, to: 0.125)
    #expect(cosine.factor(at: 0) == 1)
    #expect(cosine.factor(at: 5) == 0.5625)
    #expect([10, 11, 1000].allSatisfy { cosine.factor(at: $0) == 0.125 })
    let line = Schedule.linear(from: 0.5, to: 0.25, steps: 4)
    #expect((0..<6).map { line.factor(at: $0) } == [0.5, 0.4375, 0.375, 0.3125, 0.25, 0.25])
    #expect(Schedule.stepDecay(every: 2, by: 0.5).factor(at: 7) == 0.125)
  }

  @Test func durationsAdd() {
    let both = Schedule.warmup(steps: 4).then(.cosine(steps: 5))
    #expect(both.duration == 9)
    #expect(both.then(.constant()).duration == nil)
    #expect(
      (0..<9).map { both.factor(at: $0) }
        == (0..<4).map { Schedule.warmup(steps: 4).factor(at: $0) }
        + (0..<5).map { Schedule.cosine(steps: 5).factor(at: $0) })
  }

  @Test func thenIsAssociative() {
    let (a, b, c) = (Schedule.warmup(steps: 3), Schedule.cosine(steps: 4), Schedule.constant(0.3))
    for step in 0..<20 { #expect(a.then(b).then(c).factor(at: step) == a.then(b.then(c)).factor(at: step)) }
  }

  /// A factor is a function of the step alone: asked backwards, the same.
  @Test(arguments: schedules.indices)
  func orderOfAskingDoesNotMatter(_ index: Int) {
    let schedule = Self.schedules[index]
    let forward = (0..<40).map { schedule.factor(at: $0) }
    #expect((0..<40).reversed().map { schedule.factor(at: $0) } == forward.reversed())
  }

  /// The learning rate that a rule sees is the base rate times the factor of the number of steps taken.
  @Test(arguments: schedules.indices)
  func rateIsBaseTimesFactor(_ index: Int) {
    let schedule = Self.schedules[index]
    var trajectory = Trajectory(GradientDescent(learningRate: 2).scheduled(schedule), from: makeVector([0.0]))
    for step in 0..<20 {
      let before = trajectory.parameters.values.item
      trajectory.run([makeVector([-1.0])])
      #expect(trajectory.parameters.values.item == before + 2 * schedule.factor(at: step))
    }
  }

  /// Two schedules on one rule multiply; another hyperparameter can be scheduled beside the learning rate.
  @Test func schedulesNest() {
    let rule = SGD(learningRate: 1, momentum: 0.5).scheduled(\.momentum, .constant(0.5)).scheduled(.constant(0.5))
      .scheduled(.constant(0.25))
    var trajectory = Trajectory(rule, from: makeVector([0.0]))
    trajectory.run([makeVector([-1.0]), makeVector([-1.0])])
    #expect(trajectory.parameters.values.item == 0.125 + 0.125 * 1.25)
    #expect(rule.learningRate == 1)
  }
}
