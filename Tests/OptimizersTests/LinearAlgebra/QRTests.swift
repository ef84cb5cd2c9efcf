import Testing

@testable import GlissadeOptimizers

@Suite struct QRTests {
  private func check<S: Scalar>(_ matrix: Tensor<S>) where S.Accumulator == S {
    let qr = QR(of: matrix)
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let count = min(rows, columns)
    let bound = 8 * Double(max(rows, columns)) * S.ulpOfOne.double
    #expect(qr.orthogonal.shape == [rows, count])
    #expect(qr.triangular.shape == [count, columns])
    #expect(deviationFromOrthonormal(qr.orthogonal) < bound)
    let scale = max(abs(matrix).reduced(.maximum).double, S.leastNormalMagnitude.double)
    #expect(largestDifference(qr.orthogonal.matrixProduct(qr.triangular), matrix) < bound * scale)
    for row in 0..<count {
      for column in 0..<min(row, columns) { #expect(qr.triangular[row, column] == 0) }
    }
  }

  @Test(arguments: 1...40) func randomMatrices(_ size: Int) {
    check(makeMatrix(size, size, of: Double.self))
    check(makeMatrix(size, size, of: Float.self))
    check(makeMatrix(size, size / 2 + 1, of: Double.self))
    check(makeMatrix(size / 3 + 1, size, of: Double.self))
  }

  @Test(arguments: 1...40) func deficientMatrices(_ size: Int) {
    let factor = makeMatrix(size, (size + 2) / 3, of: Double.self)
    check(factor.matrixProduct(factor, otherTransposed: true))
  }

  @Test func specialMatrices() {
    check(Tensor<Double>.zeros([5, 5]))
    check(Tensor<Double>.identity(5))
    check(makeMatrix(7, 4, of: Double.self).scaled(by: 0x1p-1000))
    check(makeMatrix(4, 7, of: Double.self).scaled(by: 0x1p1000))
    check(Tensor<Double>([3, 3], [0, 1, 2, 0, 3, 4, 0, 5, 6]))
  }
}
