import GlissadeTensor
import Testing

@Suite struct ReductionTests {
  private static let reductions: [([Int], [Int])] = [
    ([3, 4], [3, 4]), ([3, 4], [4]), ([3, 4], [1, 4]), ([3, 4], [3, 1]), ([3, 4], []), ([3, 4], [1, 1]),
    ([2, 3, 4], [3, 4]), ([2, 3, 4], [2, 1, 4]), ([2, 3, 4], [2, 3, 1]), ([2, 3, 4], [1, 3, 1]),
    ([2, 3, 4], [2, 1, 1]), ([2, 3, 4], [4]), ([2, 3, 4], [3, 1]), ([2, 1, 3, 2], [1, 1, 3, 1]),
    ([2, 2, 2, 2, 2, 2], [2, 1, 2, 1, 2]), ([17, 33], [33]), ([17, 33], [17, 1]), ([0, 3], [3]), ([3, 0], [3, 1]),
  ]

  @Test(arguments: reductions)
  func summedIsBroadcastingsTranspose(_ shape: [Int], _ target: [Int]) {
    let x = sample(Shape(shape))
    let expected = Naive.sum(x, to: target)
    #expect(isClose(x.summed(to: Shape(target)), expected))
    #expect(isClose(x.summed(to: Shape(target), scale: 0.25), expected * 0.25))
    // ⟨broadcast(y), x⟩ = ⟨y, summed(x)⟩
    let y = sample(Shape(target), seed: 2)
    let (left, right) = (y.broadcast(to: Shape(shape)).dot(x), y.dot(x.summed(to: Shape(target))))
    #expect((left - right).magnitude <= 1e-12 * max(1, right.magnitude))
  }

  @Test func broadcastRepeats() {
    let column = Tensor<Double>([2, 1], [1, 2])
    #expect(column.broadcast(to: [2, 3]).elements == [1, 1, 1, 2, 2, 2])
    #expect(Tensor<Double>(5).broadcast(to: [2, 2]).elements == [5, 5, 5, 5])
    #expect(Tensor<Double>([2], [1, 2]).broadcast(to: [3, 2]).elements == [1, 2, 1, 2, 1, 2])
  }

  @Test func narrowTypesSumInTheAccumulator() {
    // 4096 ones: a BFloat16 sum would stop at 256.
    let ones = Tensor<BFloat16>([4096, 2], repeating: 1)
    #expect(ones.summed(to: [2]).doubles == [4096, 4096])
    #expect(ones.summed(to: [1, 1]).doubles == [8192])
    #expect(ones.reduced(.sum) == 8192)
  }

  @Test func reductionsOfAllElementsAndRows() {
    let x = Tensor<Double>([2, 3], [1, -2, 3, -4, 5, -6])
    #expect(x.reduced(.sum) == -3)
    #expect(x.reduced(.sumOfMagnitudes) == 21)
    #expect(x.reduced(.sumOfSquares) == 91)
    #expect(x.reduced(.maximum) == 5)
    #expect(x.reducedRows(.sum).elements == [2, -5])
    #expect(x.reducedRows(.maximum).elements == [3, 5])
    #expect(x.reducedRows(.sum).shape == [2])
    #expect(x.dot(x) == 91)
  }

  @Test func argmaxTakesTheFirstOfEquals() {
    let x = Tensor<Double>([4, 3], [1, 3, 2, 5, 5, 4, -1, -2, -1, 0, 0, 1])
    #expect(x.argmaxRows() == [1, 0, 0, 2])
    #expect(Tensor<Double>([3], [0, 2, 1]).argmaxRows() == [1])
    #expect(Tensor<Double>([2, 1], [0, 2]).argmaxRows() == [0, 0])
    #expect(x.reshaped(to: [2, 2, 3]).argmaxRows() == [1, 0, 0, 2])
  }

  @Test func softmaxRowsSumToOneAndSurviveLargeNumbers() {
    let x = Tensor<Double>([2, 3], [1000, 1000, 1000, -1000, 0, 1000])
    let probabilities = x.softmax()
    #expect(isClose(probabilities.reducedRows(.sum), Tensor([2], [1, 1])))
    #expect(probabilities[1, 2] == 1)
    #expect(probabilities[1, 0] == 0)
    #expect(x.softmax(logarithm: true)[1, 0] == -2000)
  }
}
