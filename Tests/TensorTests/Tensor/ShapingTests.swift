import GlissadeTensor
import Testing

@Suite struct ShapingTests {
  @Test func reshapedKeepsTheOrder() {
    let x = counting([2, 3, 4])
    #expect(x.reshaped(to: [4, 6]).elements == x.elements)
    #expect(x.reshaped(to: [4, 6])[1, 0] == 6)
  }

  @Test(arguments: [
    ([-1], [24]), ([2, -1], [2, 12]), ([-1, 4], [6, 4]), ([2, -1, 4], [2, 3, 4]), ([24, -1], [24, 1]),
  ])
  func minusOneIsWorkedOut(_ sizes: [Int], _ expected: [Int]) {
    #expect(counting([2, 3, 4]).reshaped(to: sizes).shape == Shape(expected))
  }

  @Test func minusOneOfNothingIsZero() {
    #expect(Tensor<Double>.zeros([0, 3]).reshaped(to: [-1, 3]).shape == [0, 3])
    #expect(Tensor<Double>(7).reshaped(to: [-1]).shape == [1])
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func transposedMovesEveryElement(_ order: [Int]) {
    let x = counting([2, 3, 4])
    let y = x.transposed(order)
    #expect(y.shape == Shape(order.map { x.shape[$0] }))
    for position in Naive.positions(y.shape.sizesArray) {
      var source = [0, 0, 0]
      for (axis, place) in zip(order, position) { source[axis] = place }
      #expect(y[position[0], position[1], position[2]] == x[source[0], source[1], source[2]])
    }
  }

  @Test func transposedHandlesSizesOneAndZero() {
    #expect(counting([1, 3]).transposed([1, 0]).shape == [3, 1])
    #expect(counting([1, 3]).transposed([1, 0]).elements == [0, 1, 2])
    #expect(Tensor<Double>.zeros([0, 3]).transposed([1, 0]).shape == [3, 0])
    #expect(Tensor<Double>(4).transposed([]).item == 4)
  }

  @Test func gatheringRowsRoundsToTheScalarType() {
    let table = Tensor<Float>([3, 2], [1, 2, 3, 4, 5, 1.001])
    let last = Double(Float(1.001))
    #expect(Tensor<Double>(gathering: [2, 0, 2][...], of: table).elements == [5, last, 1, 2, 5, last])
    #expect(Tensor<BFloat16>(gathering: [2][...], of: table).doubles == [5, 1])
    #expect(Tensor<Double>(gathering: [], of: table).shape == [0, 2])
  }
}
