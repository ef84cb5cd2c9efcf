/// C = op(A) op(B), the product of two matrices, each as it is or transposed.
public struct MatrixMultiply: Differentiable {
  /// Whether A is used transposed.
  public let transposesA: Bool
  /// Whether B is used transposed.
  public let transposesB: Bool

  /// The product of two matrices.
  public init(transposesA: Bool = false, transposesB: Bool = false) {
    self.transposesA = transposesA
    self.transposesB = transposesB
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    x[0].matrixProduct(x[1], transposed: transposesA, otherTransposed: transposesB)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    step.accumulate(into: 0) { dA, accumulating in
      let scale: S.Accumulator = accumulating ? 1 : 0
      if transposesA {
        dA.addMatrixProduct(step[1], transposed: transposesB, g, otherTransposed: true, scale: scale)
      } else {
        dA.addMatrixProduct(g, step[1], otherTransposed: !transposesB, scale: scale)
      }
    }
    step.accumulate(into: 1) { dB, accumulating in
      let scale: S.Accumulator = accumulating ? 1 : 0
      if transposesB {
        dB.addMatrixProduct(g, transposed: true, step[0], otherTransposed: transposesA, scale: scale)
      } else {
        dB.addMatrixProduct(step[0], transposed: !transposesA, g, scale: scale)
      }
    }
  }
}
