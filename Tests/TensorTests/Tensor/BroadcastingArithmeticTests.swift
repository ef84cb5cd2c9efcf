import GlissadeTensor
import Testing

private let shapePairs: [([Int], [Int])] = [
  ([], []), ([1], []), ([5], []), ([5], [5]), ([5], [1]), ([3, 4], [3, 4]), ([3, 4], [4]), ([3, 4], [1, 4]),
  ([3, 4], [3, 1]), ([3, 4], []), ([3, 1], [1, 4]), ([3, 1], [4]), ([2, 3, 4], [3, 4]), ([2, 3, 4], [4]),
  ([2, 3, 4], [3, 1]), ([2, 3, 4], [2, 1, 1]), ([2, 3, 4], [2, 1, 4]), ([2, 3, 4], [1, 3, 1]), ([2, 1, 4], [3, 1]),
  ([2, 1, 4], [1, 3, 1]), ([2, 1, 1], [1, 1, 5]), ([1, 1, 1], [7]), ([2, 2, 1, 3], [2, 1, 5, 1]),
  ([2, 1, 3, 1, 2], [4, 1, 2, 1]), ([2, 1, 2, 1, 2, 1], [3, 1, 3, 1, 3]), ([1, 40], [40]), ([33, 1], [33, 35]),
  ([0], [1]), ([3, 0], [3, 1]), ([0, 4], [4]), ([2, 0, 3], []),
]

@Suite struct BroadcastingArithmeticTests {
  @Test(arguments: shapePairs)
  func everyFunctionFollowsTheDefinition(_ first: [Int], _ second: [Int]) {
    for (a, b) in [(first, second), (second, first)] {
      let (x, y) = (sample(Shape(a)), sample(Shape(b), seed: 2))
      #expect(x + y == Naive.apply(x, y, +), "+ of \(a), \(b)")
      #expect(x - y == Naive.apply(x, y, -), "- of \(a), \(b)")
      #expect(x * y == Naive.apply(x, y, *), "* of \(a), \(b)")
      #expect(x / y == Naive.apply(x, y, /), "/ of \(a), \(b)")
      #expect(Tensor.maximum(x, y) == Naive.apply(x, y) { $0 < $1 ? $1 : $0 }, "maximum of \(a), \(b)")
      #expect(Tensor.minimum(x, y) == Naive.apply(x, y) { $1 < $0 ? $1 : $0 }, "minimum of \(a), \(b)")
    }
  }

  @Test func floatAndFloat16FollowTheDefinition() {
    for (a, b) in shapePairs {
      let (x, y) = (sample(Shape(a), as: Float.self), sample(Shape(b), seed: 2, as: Float.self))
      #expect(x * y == Naive.apply(x, y, *))
      #expect(x / y == Naive.apply(x, y, /))
      let narrow = (sample(Shape(a), as: BFloat16.self), sample(Shape(b), seed: 2, as: BFloat16.self))
      #expect(narrow.0 + narrow.1 == Naive.apply(narrow.0, narrow.1, +))
    }
  }

  @Test func numbersStandOnEitherSide() {
    let x = Tensor<Double>([2], [1, 4])
    #expect((x + 2).elements == [3, 6])
    #expect((2 + x).elements == [3, 6])
    #expect((x - 2).elements == [-1, 2])
    #expect((2 - x).elements == [1, -2])
    #expect((x * 2).elements == [2, 8])
    #expect((2 * x).elements == [2, 8])
    #expect((x / 2).elements == [0.5, 2])
    #expect((2 / x).elements == [2, 0.5])
    #expect((-x).elements == [-1, -4])
    #expect(abs(-x) == x)
    #expect(sqrt(x).elements == [1, 2])
  }
}
