extension Oracle {
  @_specialize(where S == Dual<Float>)
  @_specialize(where S == Dual<Double>)
  package static func multiply<S: Scalar>(
    _ product: MatrixProduct, _ alpha: S.Accumulator, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>,
    _ beta: S.Accumulator, into c: UnsafeMutablePointer<S>, _ epilogue: ProductEpilogue<S> = ProductEpilogue()
  ) {
    let stepA = product.transposesA ? product.strideA : 1
    let stepB = product.transposesB ? 1 : product.strideB
    for batch in 0..<product.batches {
      for row in 0..<product.rows {
        for column in 0..<product.columns {
          let (placeA, placeB) = product.places(batch: batch, row: row, column: column)
          var total: S.Accumulator = 0
          for k in 0..<product.depth {
            total += a[placeA + k * stepA].accumulator * b[placeB + k * stepB].accumulator
          }
          let target = c + (batch * product.batchStrides.c + row * product.strideC + column)
          var old: S.Accumulator = beta == 0 ? 0 : beta * target.pointee.accumulator
          if let bias = epilogue.bias { old = bias[column].accumulator }
          let result = alpha * total + old
          target.pointee = S(accumulator: epilogue.rectifies && result < 0 ? 0 : result)
        }
      }
    }
  }

  package static func multiply<S: Scalar>(
    _ product: PatchProduct, _ image: UnsafePointer<S>, _ b: UnsafePointer<S>, bias: UnsafePointer<S>?,
    into c: UnsafeMutablePointer<S>
  ) {
    for row in 0..<product.rows {
      for column in 0..<product.columns {
        var total: S.Accumulator = 0
        for k in 0..<product.depth {
          let place = product.rowOffsets[row] + product.depthOffsets[k]
          total += image[place].accumulator * b[column * product.depth + k].accumulator
        }
        let target =
          c + (product.transposesC ? column * product.strideC + row : row * product.strideC + column)
        total += product.accumulates ? target.pointee.accumulator : bias?[column].accumulator ?? 0
        target.pointee = S(accumulator: product.rectifies && total < 0 ? 0 : total)
      }
    }
  }
}
