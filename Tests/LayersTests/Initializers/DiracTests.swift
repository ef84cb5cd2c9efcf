import GlissadeLayers
import Testing

/// Initializers with a structure of their own; golden/init.json compares their values with PyTorch's.
@Suite struct DiracTests {
  @Test func aDiracConvolutionHandsItsInputOn() {
    let layer = Conv2d(4, 4, kernel: 3, padding: 1, groups: 2, initializer: .dirac(groups: 2))
    let tape = Tape<Double>()
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 1))
    let x = Tensor<Double>.normal([2, 4, 3, 5], seed: 1)
    #expect(layer(tape.constant(x)).value == x)
  }

  @Test func aSparseMatrixHasOtherZerosInEachColumn() {
    let values = Sparse(sparsity: 0.5).values(shape: [40, 3], stream: RandomStream(seed: 1, purpose: .initialization))
    let zeros = (0..<3).map { column in Set((0..<40).filter { values[3 * $0 + column] == 0 }) }
    #expect(zeros.allSatisfy { $0.count == 20 })
    #expect(zeros[0] != zeros[1] && zeros[1] != zeros[2])
  }
}
