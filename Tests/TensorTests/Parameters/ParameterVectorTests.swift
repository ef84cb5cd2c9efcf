import GlissadeTensor
import Testing

@Suite struct ParameterVectorTests {
  private let slots = TwoSlots()
  private var start: ParameterVector<Double> { ParameterVector(initializing: slots.layout, seed: 1) }

  @Test func initializersFillTheirSegments() {
    #expect(start.values.elements == [0, 1, 2, 3, 4, 5, 0, 10, 20])
    #expect(start.values.shape == [9])
  }

  @Test func subscriptsFindSegments() {
    #expect(start[0] == counting([3, 2]))
    #expect(start["bias"]?.elements == [0, 10, 20])
    #expect(start[slots.bias].elements == [0, 10, 20])
    #expect(start["nothing"] == nil)
  }

  @Test func writingASegmentLeavesTheOthersAndCopies() {
    var vector = start
    let copy = vector
    let view = vector[1]
    vector["bias"] = Tensor([3], [7, 8, 9])
    #expect(vector.values.elements == [0, 1, 2, 3, 4, 5, 7, 8, 9])
    vector[slots.weight] = Tensor([3, 2], repeating: -1)
    #expect(vector.values.elements == [-1, -1, -1, -1, -1, -1, 7, 8, 9])
    vector.replace(1, with: Tensor([3], repeating: 0))
    #expect(vector.values.elements == [-1, -1, -1, -1, -1, -1, 0, 0, 0])
    #expect(copy == start)
    #expect(view.elements == [0, 10, 20])
  }

  @Test func writingToAViewLeavesTheVector() {
    let vector = start
    var view = vector[0]
    view[0, 0] = 99
    #expect(vector == start)
    #expect(view[0, 0] == 99)
    #expect(view[2, 1] == 5)
  }

  @Test func aSegmentMayReplaceAnotherOfTheSameVector() {
    let (a, b) = (Parameter([2], role: .bias, initializer: Ramp()), Parameter([2], role: .bias, initializer: Ramp()))
    var vector = ParameterVector<Double>(Tensor([4], [1, 2, 3, 4]), layout: ParameterLayout([("a", a), ("b", b)]))
    vector.replace(0, with: vector[1])
    #expect(vector.values.elements == [3, 4, 3, 4])
  }

  @Test func arithmetic() {
    var vector = start
    vector.add(2, start)
    #expect(vector.values.elements == [0, 3, 6, 9, 12, 15, 0, 30, 60])
    vector.scale(by: 0.5)
    #expect(vector.values.elements == [0, 1.5, 3, 4.5, 6, 7.5, 0, 15, 30])
    #expect(start.dot(start) == 555)
  }

  @Test func conversionRoundsEachValueOnce() {
    let vector = ParameterVector<Double>(Tensor([9], (0..<9).map { Double($0) / 3 }), layout: slots.layout)
    #expect(vector.converted(to: Float.self).values.elements == (0..<9).map { Float(Double($0) / 3) })
    #expect(vector.converted(to: BFloat16.self).values.elements == (0..<9).map { BFloat16(Double($0) / 3) })
    #expect(vector.converted(to: Float.self).layout == slots.layout)
  }

  @Test func initialValuesAreTheDoublesRounded() {
    let slot = Parameter([50], role: .weight, initializer: Noise())
    let layout = ParameterLayout([("noise", slot)])
    let exact = ParameterVector<Double>(initializing: layout, seed: 3)
    #expect(ParameterVector<Float>(initializing: layout, seed: 3) == exact.converted())
    #expect(ParameterVector<BFloat16>(initializing: layout, seed: 3) == exact.converted())
    #expect(ParameterVector<Double>(initializing: layout, seed: 3) == exact)
    #expect(ParameterVector<Double>(initializing: layout, seed: 4) != exact)
  }

  @Test func slotsDrawFromDifferentStreams() {
    let (a, b) = (Parameter([8], role: .bias, initializer: Noise()), Parameter([8], role: .bias, initializer: Noise()))
    let vector = ParameterVector<Double>(initializing: ParameterLayout([("a", a), ("b", b)]), seed: 1)
    #expect(vector[0] != vector[1])
  }

  @Test func tangentsTravelInDualVectors() {
    let direction = ParameterVector<Double>(Tensor([9], (0..<9).map { Double(-$0) }), layout: slots.layout)
    let dual = start.withTangent(direction)
    #expect(dual.values.elements.map(\.primal) == start.values.elements)
    #expect(ParameterVector.tangents(of: dual) == direction)
  }
}
