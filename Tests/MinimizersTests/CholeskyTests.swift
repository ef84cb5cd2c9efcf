@testable import GlissadeOptimizers
import GlissadeTesting
import Testing

@Suite struct CholeskyTests {
  @Test(arguments: [1, 2, 3, 10, 33])
  func factorsAndSolves(_ size: Int) throws {
    let (base, vector) = makeSystem(size, seed: UInt64(size))
    let matrix = base.matrixProduct(base, otherTransposed: true) + Tensor.identity(size)
    let cholesky = try #require(Cholesky(matrix))
    let factor = cholesky.factor
    #expect(
      (factor.matrixProduct(factor, otherTransposed: true) - matrix).largestMagnitude < 1e-12 * matrix.largestMagnitude)
    for row in 0..<size { for column in row + 1..<max(size, row + 1) { #expect(factor[row, column] == 0) } }
    #expect((matrix.applied(to: cholesky.solve(vector)) - vector).largestMagnitude < 1e-9)
    #expect((factor.applied(to: cholesky.solveLower(vector)) - vector).largestMagnitude < 1e-10)
    #expect((factor.applied(to: cholesky.solveUpper(vector), transposed: true) - vector).largestMagnitude < 1e-10)
  }

  /// What is not positive definite has no factor: indefinite, singular, NaN.
  @Test func refusesWhatHasNoFactor() {
    for elements: [Double] in [[1, 2, 2, 1], [1, 1, 1, 1], [-1, 0, 0, 1], [1, .nan, .nan, 1], [0, 0, 0, 0]] {
      #expect(Cholesky(Tensor<Double>([2, 2], elements)) == nil, "\(elements)")
    }
  }
}
