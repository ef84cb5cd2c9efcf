import GlissadeTensor
import Testing

/// Tensors are values: writing to one never shows in another.
@Suite struct ValueSemanticsTests {
  @Test func writingToACopyLeavesTheOriginal() {
    let original = counting([2, 3])
    var copy = original
    copy[1, 2] = 100
    #expect(original == counting([2, 3]))
    #expect(copy.elements == [0, 1, 2, 3, 4, 100])
  }

  @Test func writingToTheOriginalLeavesTheCopy() {
    var original = counting([2, 3])
    let copy = original
    original[0, 0] = -1
    #expect(copy == counting([2, 3]))
    #expect(original[0, 0] == -1)
  }

  @Test func writingToAReshapedViewLeavesTheOriginal() {
    let original = counting([2, 3])
    var view = original.reshaped(to: [6])
    view[4] = 100
    #expect(original == counting([2, 3]))
    #expect(view.elements == [0, 1, 2, 3, 100, 5])
  }

  @Test func writingToTheOriginalLeavesAReshapedView() {
    var original = counting([2, 3])
    let view = original.reshaped(to: [3, 2])
    original[1, 1] = 100
    #expect(view == counting([3, 2]))
  }

  @Test func inPlaceOperationsLeaveCopies() {
    let start = counting([2, 2])
    var sum = start
    sum.combine(2, start, 3)
    #expect(sum.elements == [0, 5, 10, 15])
    #expect(start == counting([2, 2]))
    var product = start
    product.addMatrixProduct(start, product, scale: 1)
    #expect(product.elements == [2, 4, 8, 14])
    #expect(start == counting([2, 2]))
  }

  @Test func aBroadcastToTheSameShapeIsAnotherValue() {
    let original = counting([3])
    var same = original.broadcast(to: [3])
    var summed = original.summed(to: [3])
    same[0] = 9
    summed[1] = 9
    #expect(original == counting([3]))
  }

  @Test func aConversionToTheSameTypeIsAnotherValue() {
    let original = counting([3])
    var same = original.converted(to: Double.self)
    var widened = original.widened()
    same[0] = 9
    widened[0] = 9
    #expect(original == counting([3]))
  }

  @Test func valuesInsideCollectionsAreIndependent() {
    var tensors = [Tensor<Double>](repeating: counting([2]), count: 3)
    tensors[1][0] = 7
    #expect(tensors[0] == counting([2]))
    #expect(tensors[1].elements == [7, 1])
    #expect(tensors[2] == counting([2]))
  }

  @Test func pooledTensorsOutliveTheirPoolsName() {
    var pool: StoragePool? = StoragePool()
    let tensor = Tensor<Double>([2], [1, 2], pool: pool)
    pool = nil
    #expect((tensor + tensor).elements == [2, 4])
  }
}
