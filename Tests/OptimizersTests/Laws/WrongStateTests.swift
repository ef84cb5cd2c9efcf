import GlissadeOptimizers
import Testing

/// State that does not belong to a rule stops the program, instead of training on something else.
@Suite struct WrongStateTests {
  @Test func theStateOfAnotherRule() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var parameters = makeVector([1.0, 2.0])
      var state = SGD(momentum: 0.9).initialState(for: parameters)
      Adam().update(&parameters, along: parameters, state: &state)
    }
    expect(result, says: "[\"momentum\"]")
  }

  @Test func aSlotThatIsNotNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Forgetful().initialState(for: makeVector([1.0, 2.0]))
    }
    expect(result, says: "Forgetful keeps state in slot 0")
  }

  private func expect(_ result: ExitTest.Result?, says text: String) {
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(text), "\(message)")
  }
}

/// A rule that does not say that it keeps state.
private struct Forgetful: ElementwiseOptimizer {
  var learningRate = 0.1
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    s[0] = 0.9 * s[0] + g
    w -= learningRate * s[0]
  }
}
