import GlissadeOptimizers
import Testing

@Suite struct GroupedTests {
  private let layout = ParameterLayout([
    ("a.weight", Parameter([3, 2], role: .weight, initializer: Zeros())),
    ("a.bias", Parameter([3], role: .bias, initializer: Zeros())),
    ("b.weight", Parameter([2, 2], role: .weight, initializer: Zeros())),
  ])

  private func vector(_ index: Int) -> ParameterVector<Double> {
    ParameterVector(Tensor([layout.count], makeNumbers(layout.count, index: index)), layout: layout)
  }

  private func run(_ rule: some Optimizer) -> ParameterVector<Double> {
    var run = Trajectory(rule, from: vector(0))
    run.run((1...6).map(vector))
    return run.parameters
  }

  @Test func eachGroupIsAsIfAlone() {
    let rule = AdamW(learningRate: 0.1, weightDecay: 0.5)
    let grouped = run(
      rule.grouped(.init(.roles(.bias)) { $0.weightDecay = 0 }, .frozen(.names(containing: "b."))))
    #expect(grouped["a.weight"] == run(rule)["a.weight"])
    #expect(grouped["a.bias"] == run(AdamW(learningRate: 0.1, weightDecay: 0))["a.bias"])
    #expect(grouped["b.weight"] == vector(0)["b.weight"])
  }

  @Test func oneGroupOfAllIsTheOptimizer() {
    #expect(run(Adam(learningRate: 0.1).grouped()) == run(Adam(learningRate: 0.1)))
    let rule = Adam(learningRate: 0.3)
    #expect(run(rule.grouped(.init(.all) { $0.learningRate = 0.1 })) == run(Adam(learningRate: 0.1)))
  }

  /// A schedule outside scales the rates of all groups, also of those with one of their own.
  @Test func aScheduleScalesEveryGroup() {
    let rule = GradientDescent(learningRate: 0.5).grouped(.init(.roles(.bias)) { $0.learningRate = 0.25 })
    let halved = run(rule.scheduled(.constant(0.5)))
    #expect(halved["a.weight"] == run(GradientDescent(learningRate: 0.25))["a.weight"])
    #expect(halved["a.bias"] == run(GradientDescent(learningRate: 0.125))["a.bias"])
  }

  @Test func masksCombine() {
    let names = { (mask: SegmentMask) in layout.segments.filter(mask.includes).map(\.name) }
    #expect(names(.matrices) == ["a.weight", "b.weight"])
    #expect(names(!.matrices) == ["a.bias"])
    #expect(names(.names(containing: "a.", "b.")) == ["a.weight", "a.bias", "b.weight"])
  }
}
