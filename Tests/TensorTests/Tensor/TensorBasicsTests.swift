import GlissadeTensor
import Testing

@Suite struct TensorBasicsTests {
  @Test func elementsAreRowMajor() {
    let x = counting([2, 3, 4])
    #expect(x[0, 0, 3] == 3)
    #expect(x[0, 1, 0] == 4)
    #expect(x[1, 2, 3] == 23)
  }

  @Test func equalityComparesShapesAndElements() {
    #expect(counting([6]) != counting([2, 3]))
    #expect(counting([2, 3]) == counting([2, 3]))
    #expect(Tensor<Double>([1], [.nan]) != Tensor<Double>([1], [.nan]))
    #expect(Tensor<Double>([1], [0]) == Tensor<Double>([1], [-0.0]))
  }

  @Test func descriptionShowsAtMostSixteenElements() {
    #expect(counting([2]).description == "Tensor[2](0.0, 1.0)")
    #expect(counting([20]).description.hasSuffix("15.0, …)"))
  }

  @Test func resultsComeFromThePoolOfAnOperand() {
    let pool = StoragePool()
    let pooled = Tensor<Double>([3], [1, 2, 3], pool: pool)
    let plain = Tensor<Double>([3], [1, 2, 3])
    #expect((pooled + plain).pool === pool)
    #expect((plain + pooled).pool === pool)
    #expect(exp(pooled).pool === pool)
    #expect((plain + plain).pool == nil)
  }

  @Test func thePoolUsesReturnedBlocksAgain() {
    let pool = StoragePool()
    for _ in 0..<5 { _ = Tensor<Double>([100], repeating: 1, pool: pool) }
    #expect(pool.statistics.requests == 5)
    #expect(pool.statistics.allocations == 1)
    // 800 bytes fill twelve and a half cache lines.
    #expect(pool.statistics.bytes == 832)
  }
}
