import GlissadeTensor
import Testing

private func expectMessage(_ result: ExitTest.Result?, _ parts: String...) {
  guard let result else { return }
  let message = String(decoding: result.standardErrorContent, as: UTF8.self)
  for part in parts { #expect(message.contains(part), "\(message)") }
}

/// Programming errors stop the program with a sentence that names the shapes.
@Suite struct PreconditionTests {
  @Test func parametersOfAnotherSize() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let slot = Parameter([3], role: .weight, initializer: NoInitializer())
      var vector = ParameterVector<Double>.zeros(ParameterLayout([("w", slot)]))
      vector.values = Tensor([1], [1])
    }
    expectMessage(result, "1 values for 3 parameters")
  }

  @Test func shapesThatDoNotBroadcast() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3]) + Tensor<Double>.zeros([4])
    }
    expectMessage(result, "shapes [2, 3] and [4] do not broadcast")
  }

  @Test func innerSizesThatDiffer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3]).matrixProduct(Tensor<Double>.zeros([4, 5]))
    }
    expectMessage(result, "inner sizes differ", "[2, 3]", "[4, 5]")
  }

  @Test func aReshapeToAnotherCount() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3]).reshaped(to: [4, -1])
    }
    expectMessage(result, "shape [2, 3] cannot be reshaped to [4, 1]")
  }

  @Test func aVariableAfterReset() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape<Double>()
      let x = tape.variable(Tensor<Double>(1))
      tape.reset()
      _ = tape.variable(Tensor<Double>(2))
      _ = square(x)
    }
    expectMessage(result, "a variable was used after its tape was reset")
  }

  @Test func aGradientOfAVector() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape<Double>()
      let x = tape.variable(Tensor<Double>([2], [1, 2]))
      _ = tape.gradient(of: square(x), by: [x])
    }
    expectMessage(result, "a gradient is of a scalar", "[2]")
  }

  @Test func aGradientByAVariableOfBeforeReset() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      let stale = tape.variable(Tensor<Double>(1))
      tape.reset()
      let x = tape.variable(Tensor<Double>(2))
      // Node 0 is another variable now: its gradient must not be passed off as the old one's.
      _ = tape.gradient(of: square(x), by: [stale])
    }
  }

  @Test func aGradientByAVariableOfAnotherTape() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      let x = tape.variable(Tensor<Double>(2))
      let other = Tape<Double>()
      let foreign = other.variable(Tensor<Double>(1))
      _ = tape.gradient(of: square(x), by: [foreign])
    }
  }
}

private struct NoInitializer: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] { [Double](repeating: 0, count: shape.count) }
}
