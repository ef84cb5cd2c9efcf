import GlissadeTensor
import Testing

@Suite struct TapeReuseTests {
  private let slots = TwoSlots()

  private func step(
    _ tape: Tape<Double>, _ parameters: ParameterVector<Double>, _ gradient: inout ParameterVector<Double>
  ) {
    tape.bind(parameters)
    let x = tape.constant(Tensor([4, 2], sample([4, 2]).elements, pool: tape.pool))
    let hidden = gelu(x.applying(Affine(), tape[slots.weight], tape[slots.bias]))
    let normalized = softmax(hidden * hidden + 1.0).transposed(1, 0)
    tape.gradient(of: square(normalized - hidden.transposed(1, 0)).mean(), into: &gradient)
    tape.reset()
  }

  @Test func aSecondPassAllocatesNothing() {
    let tape = Tape<Double>()
    let parameters = ParameterVector<Double>(initializing: slots.layout, seed: 1)
    var gradient = ParameterVector<Double>.zeros(slots.layout)
    let empty = tape.pool.statistics
    step(tape, parameters, &gradient)
    let first = tape.pool.statistics
    #expect(first.allocations > 0)
    for _ in 0..<3 { step(tape, parameters, &gradient) }
    let second = tape.pool.statistics
    #expect(second.allocations == first.allocations)
    #expect(second.bytes == first.bytes)
    #expect(second.requests - first.requests == 3 * (first.requests - empty.requests))
  }

  @Test func aTapeUsedAgainComputesTheSame() {
    let tape = Tape<Double>()
    let parameters = ParameterVector<Double>(initializing: slots.layout, seed: 1)
    var first = ParameterVector<Double>.zeros(slots.layout)
    step(tape, parameters, &first)
    var second = ParameterVector<Double>.zeros(slots.layout)
    step(tape, parameters, &second)
    #expect(first.bitHash == second.bitHash)
    var fresh = ParameterVector<Double>.zeros(slots.layout)
    step(Tape(), parameters, &fresh)
    #expect(first.bitHash == fresh.bitHash)
  }

  @Test func resetForgetsEverything() {
    let tape = Tape<Double>()
    let x = tape.variable(Tensor<Double>(2))
    _ = square(x)
    #expect(tape.count == 2)
    tape.reset()
    #expect(tape.count == 0)
    let y = tape.variable(Tensor<Double>(3))
    #expect(tape.gradient(of: square(y), by: [y])[0].item == 6)
  }

  @Test func otherParametersCanBeBoundAfterReset() {
    let tape = Tape<Double>()
    for value in [1.0, 2] {
      tape.bind(ParameterVector(Tensor([9], repeating: value), layout: slots.layout))
      #expect(tape[slots.bias].value.elements == [value, value, value])
      tape.reset()
    }
  }

  @Test func valuesOutliveReset() {
    let tape = Tape<Double>()
    let value = square(tape.variable(Tensor<Double>(3))).value
    tape.reset()
    // What the pool handed out again must not be the memory that `value` still holds.
    let other = square(tape.variable(Tensor<Double>(5))).value
    #expect(value.item == 9)
    #expect(other.item == 25)
  }

  @Test func gradientsOutliveReset() {
    let tape = Tape<Double>()
    func gradients(_ numbers: [Double]) -> [Tensor<Double>] {
      defer { tape.reset() }
      let x = tape.variable(Tensor([2], numbers, pool: tape.pool))
      let middle = square(x)
      return tape.gradient(of: (middle * x).sum(), by: [x, middle])
    }
    let first = gradients([1, 2])
    let second = gradients([5, 7])
    #expect(first.map(\.elements) == [[3, 12], [1, 2]])
    #expect(second.map(\.elements) == [[75, 147], [5, 7]])
  }
}
