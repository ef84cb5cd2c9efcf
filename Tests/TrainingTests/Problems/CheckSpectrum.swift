import GlissadeTraining
import Testing

/// Checks that the eigenvectors are orthonormal, and that they and the eigenvalues are those of the Hessian, which is symmetric.
func checkSpectrum(_ objective: Quadratic, sourceLocation: SourceLocation = #_sourceLocation) {
  let (vectors, hessian) = (objective.spectrum.eigenvectors, objective.hessian)
  let count = objective.spectrum.count
  let identity = Tensor([count, count], (0..<count * count).map { $0 % (count + 1) == 0 ? 1.0 : 0 })
  let gram = vectors.matrixProduct(vectors, otherTransposed: true)
  #expect((gram - identity).reduced(.maximum) < 1e-13, sourceLocation: sourceLocation)
  #expect((identity - gram).reduced(.maximum) < 1e-13, sourceLocation: sourceLocation)
  let scaled = Tensor([count, 1], objective.spectrum.eigenvalues) * vectors
  let difference = abs(vectors.matrixProduct(hessian) - scaled)
  let largest = objective.spectrum.eigenvalues.max() ?? 0
  #expect(difference.reduced(.maximum) < 1e-13 * largest, sourceLocation: sourceLocation)
  #expect(hessian == hessian.transposed([1, 0]), sourceLocation: sourceLocation)
}
