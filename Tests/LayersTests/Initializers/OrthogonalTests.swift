import GlissadeLayers
import Testing

@Suite struct OrthogonalTests {
  private func matrix(_ shape: Shape, gain: Double, seed: UInt64 = 1) -> Tensor<Double> {
    let values = Orthogonal(gain: gain).values(shape: shape, stream: RandomStream(seed: seed, purpose: .initialization))
    return Tensor([shape[0], shape.count / shape[0]], values)
  }

  /// The property of golden/init.json, `orthogonal.*`: W Wᵀ = gain² I, or WᵀW where there are more rows than columns.
  @Test(arguments: [
    ([5, 3], 1.0), ([3, 5], 1.4), ([4, 2, 3], 1.0), ([4, 4], 2.0), ([1, 6], 1.0), ([6, 1], 1.0), ([40, 40], 1.0),
  ])
  func vectorsAreOrthonormal(_ sizes: [Int], _ gain: Double) {
    let matrix = matrix(Shape(sizes), gain: gain)
    let isTall = matrix.shape[0] > matrix.shape[1]
    let gram = matrix.matrixProduct(matrix, transposed: isTall, otherTransposed: !isTall)
    let size = min(matrix.shape[0], matrix.shape[1])
    #expect(gram.shape == [size, size])
    for row in 0..<size {
      for column in 0..<size {
        #expect((gram[row, column] - (row == column ? gain * gain : 0)).magnitude < 1e-13)
      }
    }
  }

  /// Elements of a random unit vector of length n have mean 0 and variance 1/n.
  @Test func directionsAreUniform() {
    let values = (0..<400).flatMap { matrix([2, 8], gain: 1, seed: UInt64($0)).elements }
    let moments = Moments(values)
    #expect(moments.mean.magnitude < 5 / (8.0 * 6400).squareRoot())
    #expect((moments.deviation - 1 / 8.0.squareRoot()).magnitude < 1e-3)
    let first = Moments((0..<400).map { matrix([3, 3], gain: 1, seed: UInt64($0))[0, 0] })
    #expect(first.mean.magnitude < 5 / (3.0 * 400).squareRoot())
  }

  @Test func theGainIsAFactor() { #expect(matrix([3, 3], gain: 2) == 2 * matrix([3, 3], gain: 1)) }
}
