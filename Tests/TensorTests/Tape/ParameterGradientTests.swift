import GlissadeTensor
import Testing

/// Gradients by bound parameters, which are accumulated in one flat vector.
@Suite struct ParameterGradientTests {
  private let slots = TwoSlots()

  private func bound(_ tape: Tape<Double>) -> ParameterVector<Double> {
    let parameters = ParameterVector<Double>(initializing: slots.layout, seed: 1)
    tape.bind(parameters)
    return parameters
  }

  /// A loss that uses the weight twice and the bias twice.
  private func loss(_ tape: Tape<Double>) -> Variable<Double> {
    let x = tape.constant(sample([4, 2]))
    let hidden = tanh(x.applying(Affine(), tape[slots.weight], tape[slots.bias]))
    let back = hidden.matrixProduct(tape[slots.weight])
    return square(back).mean() + 0.5 * square(tape[slots.bias]).sum()
  }

  @Test func aSlotIsOneVariable() {
    let tape = Tape<Double>()
    let parameters = bound(tape)
    let count = tape.count
    #expect(tape[slots.weight].value == parameters[0])
    _ = tape[slots.weight]
    #expect(tape.count == count + 1)
  }

  @Test func intoAgreesWithBy() {
    let tape = Tape<Double>()
    _ = bound(tape)
    let loss = loss(tape)
    let separate = tape.gradient(of: loss, by: [tape[slots.weight], tape[slots.bias]])
    var gradient = ParameterVector<Double>.zeros(slots.layout)
    tape.gradient(of: loss, into: &gradient)
    #expect(isClose(gradient[0], separate[0], tolerance: 1e-15))
    #expect(isClose(gradient[1], separate[1], tolerance: 1e-15))
    #expect(gradient.values.elements.contains { $0 != 0 })
    // And the other way round, on the same tape.
    let again = tape.gradient(of: loss, by: [tape[slots.weight], tape[slots.bias]])
    #expect(again == separate)
  }

  @Test func whatTheGradientHeldIsOverwritten() {
    let tape = Tape<Double>()
    _ = bound(tape)
    let loss = loss(tape)
    var clean = ParameterVector<Double>.zeros(slots.layout)
    tape.gradient(of: loss, into: &clean)
    var dirty = ParameterVector<Double>(Tensor([slots.layout.count], repeating: .nan), layout: slots.layout)
    tape.gradient(of: loss, into: &dirty)
    #expect(dirty == clean)
    tape.gradient(of: loss, into: &dirty)
    #expect(dirty == clean)
  }

  @Test func copiesOfTheGradientAreLeft() {
    let tape = Tape<Double>()
    _ = bound(tape)
    let loss = loss(tape)
    var gradient = ParameterVector<Double>.zeros(slots.layout)
    let copy = gradient
    let view = gradient[0]
    tape.gradient(of: loss, into: &gradient)
    #expect(copy == .zeros(slots.layout))
    #expect(view == .zeros([3, 2]))
  }

  @Test func unusedParametersGetZero() {
    let tape = Tape<Double>()
    _ = bound(tape)
    var gradient = ParameterVector<Double>(Tensor([slots.layout.count], repeating: .nan), layout: slots.layout)
    // The bias is on the tape, but the result does not depend on it; then the other way round, never fetched.
    _ = tape[slots.bias]
    tape.gradient(of: tape[slots.weight].sum(), into: &gradient)
    #expect(gradient[0] == Tensor([3, 2], repeating: 1))
    #expect(gradient[1] == .zeros([3]))
    tape.reset()
    _ = bound(tape)
    tape.gradient(of: tape[slots.bias].sum(), into: &gradient)
    #expect(gradient[0] == .zeros([3, 2]))
    #expect(gradient[1] == Tensor([3], repeating: 1))
  }

  @Test func aConstantResultHasGradientZero() {
    let tape = Tape<Double>()
    _ = bound(tape)
    var gradient = ParameterVector<Double>(Tensor([slots.layout.count], repeating: 3), layout: slots.layout)
    tape.gradient(of: tape.constant(2), into: &gradient)
    #expect(gradient == .zeros(slots.layout))
  }

  @Test func tiedParametersAddUpInOnePlace() {
    let shared = Parameter([2, 2], role: .weight, initializer: Ramp())
    let layout = ParameterLayout([("first", shared), ("second", shared)])
    #expect(layout.segments.map(\.name) == ["first"])
    let tape = Tape<Double>()
    tape.bind(ParameterVector(Tensor([4], [1, 2, 3, 4]), layout: layout))
    var gradient = ParameterVector<Double>.zeros(layout)
    // Σ W² + Σ 3 W: 2 W + 3
    tape.gradient(of: square(tape[shared]).sum() + (3 * tape[shared]).sum(), into: &gradient)
    #expect(gradient.values.elements == [5, 7, 9, 11])
  }

  @Test func aParameterOfOneElementMayBeTheResult() {
    let slot = Parameter([], role: .weight, initializer: Ramp())
    let layout = ParameterLayout([("only", slot)])
    let tape = Tape<Double>()
    tape.bind(ParameterVector(Tensor([1], [5]), layout: layout))
    var gradient = ParameterVector<Double>(Tensor([1], [.nan]), layout: layout)
    tape.gradient(of: tape[slot], into: &gradient)
    #expect(gradient.values.elements == [1])
  }

  @Test func parametersAreLeftByTheirGradient() {
    let tape = Tape<Double>()
    let parameters = bound(tape)
    let hash = parameters.bitHash
    var gradient = parameters
    tape.gradient(of: loss(tape), into: &gradient)
    #expect(parameters.bitHash == hash)
    #expect(gradient.bitHash != hash)
  }
}
