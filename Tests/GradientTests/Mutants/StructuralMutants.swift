import GlissadeTesting

// Operations that move, sum or multiply whole tensors, with one mistake each.

/// y = a b, where the two cotangents may be swapped.
struct Product: Differentiable {
  let swaps: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * x[1] }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.add(step.cotangent * step[swaps ? 0 : 1], to: 0)
    step.add(step.cotangent * step[swaps ? 1 : 0], to: 1)
  }
}

/// y = A B for square matrices, where dA may lack its transposition.
struct SquareProduct: Differentiable {
  let transposes: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].matrixProduct(x[1]) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.add(step.cotangent.matrixProduct(step[1], otherTransposed: transposes), to: 0)
    step.add(step[0].matrixProduct(step.cotangent, transposed: true), to: 1)
  }
}

/// y = xᵀ for a square matrix, whose pullback may leave the cotangent as it is.
struct Turned: Differentiable {
  let turnsBack: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].transposed([1, 0]) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.add(turnsBack ? step.cotangent.transposed([1, 0]) : step.cotangent, to: 0)
  }
}

/// Rows moved down by one, the last to the top; the pullback moves them up by `back`.
struct Rolled: Differentiable {
  let back: Int
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { Self.roll(x[0], by: 1) }
  func pullback<S: Scalar>(_ step: Pullback<S>) { step.add(Self.roll(step.cotangent, by: -back), to: 0) }

  private static func roll<S: Scalar>(_ x: Tensor<S>, by places: Int) -> Tensor<S> {
    let (rows, columns, elements) = (x.shape.rows, x.shape.columns, x.elements)
    let moved = (0..<rows).flatMap { row -> [S] in
      let source = (row - places + 2 * rows) % rows
      return Array(elements[(source * columns)..<((source + 1) * columns)])
    }
    return Tensor(x.shape, moved)
  }
}

/// The mean of all elements, whose pullback may forget to divide.
struct Average: Differentiable {
  let divides: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].summed(to: .scalar, scale: 1 / Double(x[0].count)) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = divides ? step.cotangent / Double(step[0].count) : step.cotangent
    step.add(g.broadcast(to: step[0].shape), to: 0)
  }
}

/// The sum of squares, a scalar, whose pullback may ignore the cotangent.
struct Energy: Differentiable {
  let ignoresCotangent: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { (x[0] * x[0]).summed(to: .scalar) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.add(ignoresCotangent ? 2 * step[0] : 2 * step[0] * step.cotangent, to: 0)
  }
}

/// a + b with b of shape [1, 1]; the pullback may sum over rows only, and so see one column.
struct Offset: Differentiable {
  let sumsColumns: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] + x[1] }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.add(step.cotangent, to: 0)
    let perColumn = step.cotangent.summed(to: [1, step.cotangent.shape.columns])
    step.add(sumsColumns ? perColumn.summed(to: [1, 1]) : Tensor([1, 1], [perColumn.elements[0]]), to: 1)
  }
}

/// x Wᵀ + b with dW from the first example alone, or without a gradient for b.
struct Dropping: Differentiable {
  var usesAllExamples = true
  var pullsBackBias = true
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].matrixProduct(x[1], otherTransposed: true) + x[2] }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    step.add(g.matrixProduct(step[1]), to: 0)
    let kept = Tensor<S>([g.shape[0], 1], (0..<g.shape[0]).map { usesAllExamples || $0 == 0 ? 1 : 0 })
    step.add((g * kept).matrixProduct(step[0], transposed: true), to: 1)
    if pullsBackBias { step.add(g.summed(to: step[2].shape), to: 2) }
  }
}

/// Softmax along rows, whose pullback may forget that probabilities share a denominator.
struct Normalized: Differentiable {
  let subtractsMean: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].softmax() }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (y, g) = (step.output, step.cotangent)
    let shared = (g * y).summed(to: [y.shape[0], 1])
    step.add(y * (subtractsMean ? g - shared : g), to: 0)
  }
}

/// y = 5 x, whose pullback may overwrite what other uses of x have added.
struct Overwrite: Differentiable {
  let adds: Bool
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * 5 }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.accumulate(into: 0) { cotangent, accumulating in
      cotangent.combine(5, step.cotangent, adds && accumulating ? 1 : 0)
    }
  }
}
