import GlissadeTensor
import Testing

@Suite struct ParameterLayoutTests {
  @Test func segmentsFollowWithoutGaps() {
    let layout = TwoSlots().layout
    #expect(layout.count == 9)
    #expect(layout.segments.map(\.name) == ["weight", "bias"])
    #expect(layout.segments.map(\.range) == [0..<6, 6..<9])
    #expect(layout.segments.map(\.shape) == [[3, 2], [3]])
    #expect(layout.segments.map(\.role) == [.weight, .bias])
  }

  @Test func aSlotThatComesTwiceHasOnePlace() {
    let (a, b) = (Parameter([2], role: .bias, initializer: Ramp()), Parameter([3], role: .bias, initializer: Ramp()))
    let layout = ParameterLayout([("a", a), ("b", b), ("again", a)])
    #expect(layout.segments.map(\.name) == ["a", "b"])
    #expect(layout.count == 5)
    #expect(layout.index(of: a) == 0)
    #expect(layout.index(of: b) == 1)
    #expect(layout.slots.count == 2)
  }

  @Test func layoutsAreEqualWhenTheirSegmentsAre() {
    #expect(TwoSlots().layout == TwoSlots().layout)
    let slots = TwoSlots()
    #expect(ParameterLayout([("bias", slots.bias), ("weight", slots.weight)]) != slots.layout)
    #expect(ParameterLayout([("w", slots.weight), ("bias", slots.bias)]) != slots.layout)
  }

  @Test func anEmptyLayout() {
    let layout = ParameterLayout([])
    #expect(layout.count == 0)
    #expect(ParameterVector<Double>(initializing: layout, seed: 1).norm == 0)
    #expect(ParameterVector<Double>.zeros(layout).isFinite)
  }
}
