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
    let (input, weight) = (x[0].shape, x[1].shape)
    require(
      input.rank >= 1 && weight.rank == 2 && input.columns == weight[1],
      "a dense layer of weight \(weight) takes inputs of \(weight[1]) columns, not shape \(input)")
    var shape = input
    shape[-1] = weight[0]
    var output = Tensor<S>(uninitialized: shape, pool: x.pool)
    let product = MatrixProduct(rows: input.rows, columns: weight[0], depth: weight[1], transposesB: true)
    let hasBias = x.count == 3
    require(
      !hasBias || x[2].count == weight[0], "a bias of shape \(x[2].shape) does not fit rows of \(weight[0])")
    let epilogue = ProductEpilogue(bias: hasBias ? x[2].lent.start : nil, rectifies: rectifies)
    output.add(product, x[0].lent, x[1].lent, scale: 0, epilogue)
    return output
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    guard rectifies else { return pullback(step, step.cotangent) }
    // The derivative of max(y, 0) is 1 where the result is positive.
    var masked = step.cotangent.masked(by: step.output)
    pullback(step, masked)
    masked.recycle()
  }

  // The caller keeps g, as the tape keeps the arguments.
  @inline(__always)
  private func pullback<S: Scalar>(_ step: Pullback<S>, _ g: Tensor<S>) {
    let rows = g.shape.rows
    let weight = step[1].shape
    step.accumulate(into: 0) { dx, accumulating in
      let product = MatrixProduct(rows: rows, columns: weight[1], depth: weight[0])
      dx.add(product, g.lent, step[1].lent, scale: accumulating ? 1 : 0)
    }
    step.accumulate(into: 1) { dW, accumulating in
      let product = MatrixProduct(rows: weight[0], columns: weight[1], depth: rows, transposesA: true)
      dW.add(product, g.lent, step[0].lent, scale: accumulating ? 1 : 0)
    }
    guard step.count == 3 else { return }
    step.accumulate(into: 2) { db, accumulating in db.addColumnSums(of: g, scale: accumulating ? 1 : 0) }
  }
}
