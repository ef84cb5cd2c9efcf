import Testing

@testable import GlissadeOptimizers

@Suite struct SymmetricEigenTests {
  /// A V = V diag(λ) with orthonormal V and ascending λ, to rounding.
  private func check<S: Scalar>(_ matrix: Tensor<S>, _ comment: Comment) where S.Accumulator == S {
    let eigen = SymmetricEigen(of: matrix)
    let size = matrix.shape[0]
    let bound = 8 * Double(max(size, 1)) * S.ulpOfOne.double
    let scale = max(abs(matrix).reduced(.maximum).double, S.leastNormalMagnitude.double)
    let values = eigen.values.doubles
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, comment)
    #expect(deviationFromOrthonormal(eigen.vectors) < bound, comment)
    let image = matrix.matrixProduct(eigen.vectors)
    let scaled = eigen.vectors * eigen.values.reshaped(to: [1, size])
    #expect(largestDifference(image, scaled) < bound * scale, comment)
  }

  @Test(arguments: 1...40) func randomMatrices(_ size: Int) {
    check(makeSymmetric(size, of: Double.self), "Double")
    check(makeSymmetric(size, of: Float.self), "Float")
  }

  @Test(arguments: 1...40) func deficientMatrices(_ size: Int) {
    let factor = makeMatrix(size, (size + 2) / 3, of: Double.self)
    let matrix = factor.matrixProduct(factor, otherTransposed: true)
    check(matrix, "rank \((size + 2) / 3)")
    let values = SymmetricEigen(of: matrix).values.doubles
    let bound = 8 * Double(size) * Double.ulpOfOne * values[size - 1].magnitude
    #expect(values.prefix(size - (size + 2) / 3).allSatisfy { $0.magnitude < bound })
  }

  /// The matrix of second differences has the eigenvalues 2 − 2 cos(kπ/(n + 1)).
  @Test(arguments: 1...40) func secondDifferences(_ size: Int) {
    var matrix = Tensor<Double>.identity(size).scaled(by: 2)
    for index in 1..<max(size, 1) {
      matrix[index, index - 1] = -1
      matrix[index - 1, index] = -1
    }
    check(matrix, "second differences")
    let expected = (1...size).map { 2 - 2 * cosineOfHalfTurns(Double($0) / Double(size + 1)) }
    let values = SymmetricEigen(of: matrix).values.doubles
    #expect(firstDifference(values, expected, rtol: 0, atol: 1e-14) == nil)
  }

  @Test func specialMatrices() {
    for size in [1, 2, 7] {
      check(Tensor<Double>.zeros([size, size]), "zeros")
      check(Tensor<Double>.identity(size), "identity")
      check(Tensor<Float>([size, size], repeating: 1), "ones")
    }
    check(Tensor<Double>([3, 3], [0, 1, 0, 1, 0, 0, 0, 0, -5]), "a permutation")
    #expect(SymmetricEigen(of: Tensor<Double>.zeros([0, 0])).values.count == 0)
  }

  /// The size of a matrix does not matter.
  @Test(arguments: [0x1p-1000, 0x1p-500, 0x1p500, 0x1p1000]) func scaledMatrices(_ scale: Double) {
    let matrix = makeSymmetric(9, of: Double.self)
    let plain = SymmetricEigen(of: matrix)
    let scaled = SymmetricEigen(of: matrix.scaled(by: scale))
    #expect(scaled.vectors == plain.vectors)
    #expect(scaled.values == plain.values.scaled(by: scale))
  }

  /// Only the lower triangle is read, as in LAPACK's default.
  @Test func onlyTheLowerTriangleIsRead() {
    let matrix = makeSymmetric(6, of: Double.self)
    var other = matrix
    other[1, 4] = 77
    #expect(SymmetricEigen(of: other).vectors == SymmetricEigen(of: matrix).vectors)
  }

  @Test func whatIsNotFiniteStaysSo() {
    for value in [Double.nan, .infinity] {
      var matrix = makeSymmetric(5, of: Double.self)
      matrix[3, 1] = value
      matrix[1, 3] = value
      let eigen = SymmetricEigen(of: matrix)
      #expect(eigen.values.doubles.allSatisfy { $0.isNaN })
      #expect(eigen.vectors.doubles.allSatisfy { $0.isNaN })
    }
  }
}
