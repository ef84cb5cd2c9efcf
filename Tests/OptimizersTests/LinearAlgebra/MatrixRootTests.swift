import Testing

@testable import GlissadeOptimizers

@Suite struct MatrixRootTests {
  /// R^p A = 1 for R = A^(−1/p).
  @Test(arguments: [1, 2, 3, 4, 6, 8], [1, 2, 3, 5, 8, 13, 21, 40])
  func aRootIsARoot(_ order: Int, _ size: Int) {
    let factor = makeMatrix(size, size, of: Double.self)
    var matrix = factor.matrixProduct(factor, otherTransposed: true)
    matrix.combine(1, .identity(size))
    let root = matrix.inverseRoot(order)
    var product = matrix
    for _ in 0..<order { product = product.matrixProduct(root) }
    #expect(largestDifference(product, .identity(size)) < 1e-12)
    #expect(largestDifference(root, root.transposed([1, 0])) < 1e-13)
  }

  /// Of x = kᵖ the root is 1/k, to two units in the last place.
  @Test(arguments: 1...9) func rootsOfPowers(_ order: Int) {
    for base in 1...40 {
      let power = integerPower(Double(base), order)
      let expected = 1 / Double(base)
      #expect((power.inverseRoot(order) - expected).magnitude <= 2 * expected.ulp)
      if power < 0x1p24 {
        #expect((Float(power).inverseRoot(order) - Float(expected)).magnitude <= 2 * Float(expected).ulp)
      }
    }
  }

  @Test func extremeNumbersHaveRoots() {
    for value in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1e300] {
      for order in [3, 6, 10] {
        let root = value.inverseRoot(order)
        #expect(root.isFinite)
        // In between, the product could overflow.
        let logarithm = Double.log(value) + Double(order) * Double.log(root)
        #expect(logarithm.magnitude < 1e-12)
      }
    }
  }

  /// Directions that a matrix lacks have a large, finite root, and the zero matrix has none.
  @Test func deficientMatrices() {
    let column = makeMatrix(6, 1, of: Float.self)
    let root = column.matrixProduct(column, otherTransposed: true).inverseRoot(4)
    #expect(root.doubles.allSatisfy { $0.isFinite })
    // Along the column itself the root is that of its squared length.
    let expected = column.scaled(by: (column.dot(column)).inverseRoot(4))
    #expect(largestDifference(root.matrixProduct(column), expected) < 1e-3)
    #expect(Tensor<Double>.zeros([4, 4]).inverseRoot(4) == .zeros([4, 4]))
  }
}
