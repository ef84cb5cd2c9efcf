import GlissadeTensor
import Testing

@Suite struct MatrixProductTests {
  private static let sizes = [
    [1, 1, 1], [2, 3, 4], [5, 1, 3], [1, 7, 1], [17, 9, 33], [3, 0, 2], [0, 3, 2], [2, 3, 0],
  ]

  @Test(arguments: sizes, [[], [1], [3], [2, 3]])
  func followsTheDefinition(_ size: [Int], _ batch: [Int]) {
    let (rows, depth, columns) = (size[0], size[1], size[2])
    let batches = batch.reduce(1, *)
    for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
      let a = sample(Shape(batch + (first ? [depth, rows] : [rows, depth])))
      let b = sample(Shape(batch + (second ? [columns, depth] : [depth, columns])), seed: 2)
      let product = a.matrixProduct(b, transposed: first, otherTransposed: second)
      let (elementsA, elementsB) = (a.elements, b.elements)
      var expected: [Double] = []
      for index in 0..<batches {
        let matrixA = Array(elementsA[(index * rows * depth)...].prefix(rows * depth))
        let matrixB = Array(elementsB[(index * depth * columns)...].prefix(depth * columns))
        expected += Naive.product(
          matrixA, matrixB, rows: rows, depth: depth, columns: columns, transposesA: first, transposesB: second)
      }
      #expect(isClose(product, Tensor(Shape(batch + [rows, columns]), expected)), "transposed \(first), \(second)")
    }
  }

  @Test func addingScalesWhatIsThere() {
    let a = Tensor<Double>([2, 2], [1, 2, 3, 4])
    let identity = Tensor<Double>([2, 2], [1, 0, 0, 1])
    var c = Tensor<Double>([2, 2], repeating: 10)
    c.addMatrixProduct(a, identity, scale: 0.5)
    #expect(c.elements == [6, 7, 8, 9])
    c.addMatrixProduct(a, identity)
    #expect(c.elements == [7, 9, 11, 13])
  }

  @Test func scaleZeroIgnoresWhatIsThere() {
    var c = Tensor<Double>([1, 1], [.nan])
    c.addMatrixProduct(Tensor([1, 1], [2]), Tensor([1, 1], [3]), scale: 0)
    #expect(c.item == 6)
  }

  @Test func narrowTypesAccumulateWide() {
    let ones = Tensor<BFloat16>([1, 2048], repeating: 1)
    #expect(ones.matrixProduct(ones, otherTransposed: true).doubles == [2048])
  }
}
