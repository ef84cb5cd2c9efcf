import Testing

@testable import GlissadeOptimizers

@Suite struct ModesTests {
  private let tensor = Tensor<Double>([3, 2, 4], makeNumbers(24))

  /// The element of the tensor at a position.
  private func element(_ position: [Int]) -> Double { tensor[position[0], position[1], position[2]] }

  /// Calls `body` with all positions in the tensor.
  private func forEachPosition(_ body: ([Int]) -> Void) {
    for i in 0..<3 { for j in 0..<2 { for k in 0..<4 { body([i, j, k]) } } }
  }

  @Test(arguments: 0..<3) func gramMatricesAreSumsOverTheOtherAxes(_ axis: Int) {
    let size = tensor.shape[axis]
    var expected = Tensor<Double>.zeros([size, size])
    forEachPosition { position in
      for other in 0..<size {
        var moved = position
        moved[axis] = other
        expected[position[axis], other] += element(position) * element(moved)
      }
    }
    #expect(largestDifference(tensor.modeGram(axis), expected) < 1e-14)
  }

  @Test(arguments: 0..<3, [false, true]) func productsMixSlices(_ axis: Int, _ transposed: Bool) {
    let size = tensor.shape[axis]
    let matrix = makeMatrix(size, size, index: 1, of: Double.self)
    let product = tensor.modeProduct(matrix, axis, transposed: transposed)
    forEachPosition { position in
      var sum = 0.0
      for other in 0..<size {
        var moved = position
        moved[axis] = other
        sum += (transposed ? matrix[other, position[axis]] : matrix[position[axis], other]) * element(moved)
      }
      #expect((product[position[0], position[1], position[2]] - sum).magnitude < 1e-14)
    }
  }

  @Test(arguments: 0..<3) func unfoldingsFoldBack(_ axis: Int) {
    #expect(tensor.refolded(tensor.unfolded(axis), axis) == tensor)
    let order = Array((0..<tensor.shape[axis]).reversed())
    let turned = tensor.selecting(order, axis)
    #expect(turned != tensor)
    #expect(turned.selecting(order, axis) == tensor)
    forEachPosition { position in
      var moved = position
      moved[axis] = order[position[axis]]
      #expect(turned[position[0], position[1], position[2]] == element(moved))
    }
  }

  @Test(arguments: 1...5) func blocksJoinToTheWhole(_ size: Int) {
    let partition = BlockPartition(tensor.shape, size: size)
    let blocks = partition.split(tensor)
    #expect(partition.join(blocks) == tensor)
    #expect(blocks.allSatisfy { block in (0..<3).allSatisfy { block.shape[$0] <= size } })
    #expect(blocks.reduce(0) { $0 + $1.count } == tensor.count)
    for (block, ranges) in zip(blocks, partition.blocks) {
      #expect(block[0, 0, 0] == tensor[ranges[0].lowerBound, ranges[1].lowerBound, ranges[2].lowerBound])
    }
  }

  @Test func trianglesAreSolved() {
    var triangle = Tensor<Double>.identity(5).scaled(by: 2)
    for row in 0..<5 { for column in row + 1..<max(5, row + 1) { triangle[row, column] = Double(row - column) / 4 } }
    let right = makeMatrix(5, 3, of: Double.self)
    let solution = solveTransposed(triangle, right)
    #expect(largestDifference(triangle.matrixProduct(solution, transposed: true), right) < 1e-14)
  }
}
