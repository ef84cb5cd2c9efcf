// From the cotangents of the gates' sums, `sums`, each cotangent is one product or two over the whole sequence.
extension RecurrentPlan {
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func inputCotangent<A: Scalar>(_ sums: Tensor<A>, weight: Tensor<A>, shape: Shape) -> Tensor<A>
  where A.Accumulator == A {
    let result = Tensor<A>(uninitialized: shape, pool: sums.pool)
    let product = MatrixProduct(rows: rows, columns: inputs, depth: cell.gates * width, strideA: gateStride)
    multiply(product, sums, weight, 0, into: result)
    return result
  }

  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func weightCotangent<A: Scalar>(_ sums: Tensor<A>, input: Tensor<A>) -> Tensor<A> where A.Accumulator == A {
    let result = Tensor<A>(uninitialized: [cell.gates * width, inputs], pool: sums.pool)
    let product = MatrixProduct(
      rows: cell.gates * width, columns: inputs, depth: rows, transposesA: true, strideA: gateStride)
    multiply(product, sums, input, 0, into: result)
    return result
  }

  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func biasCotangents<A: Scalar>(_ sums: Tensor<A>) -> (input: Tensor<A>, hidden: Tensor<A>)
  where A.Accumulator == A {
    var all = Tensor<A>(uninitialized: [gateStride], pool: sums.pool)
    all.addColumnSums(of: sums, scale: 0)
    let input = all.slice(0..<cell.gates * width, axis: 0)
    guard cell.hiddenRuns.count > 1 else { return (input, input) }
    let parts = cell.hiddenRuns.map { all.slice($0.block * width..<($0.block + $0.gates.count) * width, axis: 0) }
    return (input, Tensor.concatenate(parts, axis: 0))
  }

  /// Each step's sums go with the hidden state before it, which lies a fixed number of rows away in the same result. The
  /// first steps' go with the start; so that they count for nothing else, they are overwritten by zeros.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func hiddenWeightCotangent<A: Scalar>(_ sums: inout Tensor<A>, hidden: Tensor<A>, start: Tensor<A>?) -> Tensor<A>
  where A.Accumulator == A {
    let result = Tensor<A>(uninitialized: [cell.gates * width, width], pool: sums.pool)
    let firstRow = row(atStep: 0, of: 0)
    if let start {
      for run in cell.hiddenRuns {
        let product = MatrixProduct(
          rows: run.gates.count * width, columns: width, depth: batch, transposesA: true,
          strideA: batchStride * gateStride)
        multiply(
          product, sums, start, 0, into: result,
          at: (firstRow * gateStride + run.block * width, 0, run.gates.lowerBound * width * width))
      }
    }
    sums.withMutableElements { sums in
      for sequence in 0..<batch {
        (sums + row(atStep: 0, of: sequence) * gateStride).update(repeating: 0, count: gateStride)
      }
    }
    let later = isReversed ? 0 : timeStride
    for run in cell.hiddenRuns {
      let product = MatrixProduct(
        rows: run.gates.count * width, columns: width, depth: rows - timeStride, transposesA: true, strideA: gateStride)
      let (place, hiddenPlace) = (later * gateStride + run.block * width, (timeStride - later) * width)
      multiply(
        product, sums, hidden, start == nil ? 0 : 1, into: result,
        at: (place, hiddenPlace, run.gates.lowerBound * width * width))
    }
    return result
  }

  /// C ← op(A) op(B) + β C for matrices that start at given places.
  private func multiply<A: Scalar>(
    _ product: MatrixProduct, _ a: Tensor<A>, _ b: Tensor<A>, _ beta: A, into c: Tensor<A>,
    at places: (a: Int, b: Int, c: Int) = (0, 0, 0)
  ) where A.Accumulator == A {
    a.withElements { a in
      b.withElements { b in
        c.withSharedMutableElements { A.multiply(product, 1, a + places.a, b + places.b, beta, into: $0 + places.c) }
      }
    }
  }
}
