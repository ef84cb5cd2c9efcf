import GlissadeOptimizers
import Testing

/// Hyperparameters that decide which slots there are can become 0, or another choice, and come back.
@Suite struct SlotTests {
  /// Three steps with each rule, on one state.
  private func run<Rule: Optimizer>(_ rules: Rule...) -> (state: OptimizerState<Double>, bits: [UInt64]) {
    let problem = makeProblem(steps: 3 * rules.count, of: Double.self)
    var parameters = problem.parameters
    var state = rules[0].initialState(for: parameters)
    for (index, gradient) in problem.gradients.enumerated() {
      rules[index / 3].update(&parameters, along: gradient, state: &state)
    }
    return (state, parameters.bits)
  }

  @Test func momentaGoAndComeBack() {
    let (sgd, centered) = (SGD(momentum: 0.9), RMSprop(momentum: 0.9, centered: true))
    var (plain, uncentered) = (sgd, centered)
    plain.momentum = 0
    uncentered.centered = false
    #expect(run(sgd, plain, sgd).state.slotNames == ["momentum"])
    // The mean moves behind the momentum while nothing uses it, and back.
    #expect(run(centered, uncentered).state.slotNames == ["meanSquare", "momentum", "mean"])
    #expect(run(centered, uncentered, centered).state.slotNames == ["meanSquare", "mean", "momentum"])
    let (amsgrad, adam) = (OptimisticAdam(), OptimisticAdam())
    var largest = amsgrad
    largest.amsgrad = .uncorrected
    #expect(run(largest, adam, largest).state.isFinite)
  }

  /// A slot that is not used is left as it is.
  @Test func whatIsNotUsedStays() {
    let rule = RMSprop(momentum: 0.9, centered: true)
    var other = rule
    other.centered = false
    let (before, after) = (run(rule), run(rule, other))
    #expect(before.state.slots[1] == after.state.slots[2])
    #expect(before.state.slots[0] != after.state.slots[0])
  }

  @Test func momentaOfTensorsGoAndComeBack() {
    let (adafactor, shampoo) = (Adafactor(momentum: 0.9), Shampoo(momentum: 0.5))
    var (plain, still) = (adafactor, shampoo)
    plain.momentum = 0
    still.momentum = 0
    #expect(run(adafactor, plain, adafactor).state.isFinite)
    #expect(run(shampoo, still, shampoo).state.isFinite)
    let grafted = ScalableShampoo(graft: .adagrad, startingStep: 2, interval: 1)
    var ungrafted = grafted
    ungrafted.graft = .sgd
    let plainBits = run(ungrafted, ungrafted).bits
    #expect(run(grafted, ungrafted, grafted).state.isFinite)
    #expect(run(grafted, ungrafted).bits != plainBits)
  }

  @Test func aTensorWithoutItsSlotStopsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var parameters = makeProblem(steps: 1, of: Double.self).parameters
      var state = Adafactor().initialState(for: parameters)
      Adafactor(momentum: 0.9).update(&parameters, along: parameters, state: &state)
    }
    expect(result, says: "[\"rows\", \"columns\", \"mean\"]")
  }

  @Test func twoSlotsOfOneNameStopTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Twins().initialState(for: makeVector([1.0]))
    }
    expect(result, says: "two slots of a state are called 'mean'")
  }

  private func expect(_ result: ExitTest.Result?, says text: String) {
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(text), "\(message)")
  }
}

private struct Twins: TensorwiseOptimizer {
  var learningRate = 0.1
  func slots(of segment: ParameterLayout.Segment) -> [Slot] { ["mean", "mean"] }
  func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {}
}
