import Testing

@testable import GlissadeTensor

@Suite struct ShapeBroadcastingTests {
  @Test(arguments: [
    ([3, 4], [3, 4], [3, 4]), ([3, 4], [4], [3, 4]), ([3, 1], [1, 4], [3, 4]), ([], [2, 3], [2, 3]),
    ([2, 1, 4], [3, 1], [2, 3, 4]), ([1, 1], [], [1, 1]), ([5, 0], [1], [5, 0]), ([0], [1, 1], [1, 0]),
    ([1], [0], [0]), ([6, 5, 4, 3, 2, 1], [2, 9], [6, 5, 4, 3, 2, 9]),
  ])
  func broadcastsLikeNumPy(_ a: [Int], _ b: [Int], _ result: [Int]) {
    #expect(Shape.broadcast(Shape(a), Shape(b)) == Shape(result))
    #expect(Shape.broadcast(Shape(b), Shape(a)) == Shape(result))
  }

  @Test func stridesAreRowMajor() {
    let shape: Shape = [2, 3, 4]
    let strides = shape.strides(broadcastTo: shape)
    #expect((0..<3).map { strides[$0] } == [12, 4, 1])
  }

  @Test func repeatedAxesHaveStrideZero() {
    let strides = Shape([3, 1]).strides(broadcastTo: [2, 3, 4])
    #expect((0..<3).map { strides[$0] } == [0, 1, 0])
    let scalar = Shape.scalar.strides(broadcastTo: [2, 3])
    #expect((0..<2).map { scalar[$0] } == [0, 0])
  }
}
