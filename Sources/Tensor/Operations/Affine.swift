/// y = x Wᵀ + b: a dense layer's product and bias in one operation.
///
/// x has shape [..., inputs], W [outputs, inputs], b [outputs]; y has shape [..., outputs]. Without a third argument there
/// is no bias.
public struct Affine: Differentiable {
  /// Whether the result is max(y, 0).
  public let rectifies: Bool

  /// The operation, alone or with a rectified linear unit behind it.
  public init(rectifies: Bool = false) { self.rectifies = rectifies }

  public var name: String { rectifies ? "Affine with relu" : "Affine" }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let input = x[0]
    let weight = x[1]
    require(
      input.shape.rank >= 1 && weight.shape.rank == 2 && input.shape.columns == weight.shape[1],
      "a dense layer of weight \(weight.shape) takes inputs of \(weight.shape[1]) columns, not shape \(input.shape)")
    var shape = input.shape
    shape[-1] = weight.shape[0]
    var output = Tensor<S>(uninitialized: shape, pool: x.pool)
    output.setToProduct(input.asMatrix, transposedOther: weight, bias: x.count == 3 ? x[2] : nil, rectifies: rectifies)
    return output
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    // The derivative of max(y, 0) is 1 where the result is positive.
    var masked = rectifies ? step.cotangent.masked(by: step.output) : nil
    pullback(step, (masked ?? step.cotangent).asMatrix)
    masked?.recycle()
  }

  @inline(__always)
  private func pullback<S: Scalar>(_ step: Pullback<S>, _ g: Tensor<S>) {
    step.accumulate(into: 0) { dx, accumulating in
      dx.addMatrixProduct(g, step[1], scale: accumulating ? 1 : 0)
    }
    step.accumulate(into: 1) { dW, accumulating in
      dW.addMatrixProduct(g, transposed: true, step[0].asMatrix, scale: accumulating ? 1 : 0)
    }
    guard step.count == 3 else { return }
    step.accumulate(into: 2) { db, accumulating in db.addColumnSums(of: g, scale: accumulating ? 1 : 0) }
  }
}
