extension Oracle {
  package static func multiply<S: Scalar>(
    _ product: MatrixProduct, _ alpha: S.Accumulator, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>,
    _ beta: S.Accumulator, into c: UnsafeMutablePointer<S>
  ) {
    let stepA = product.transposesA ? product.strideA : 1
    let stepB = product.transposesB ? 1 : product.strideB
    for row in 0..<product.rows {
      let a = a + (product.transposesA ? row : row * product.strideA)
      for column in 0..<product.columns {
        let b = b + (product.transposesB ? column * product.strideB : column)
        var total: S.Accumulator = 0
        for k in 0..<product.depth { total += a[k * stepA].accumulator * b[k * stepB].accumulator }
        let target = c + (row * product.strideC + column)
        let old: S.Accumulator = beta == 0 ? 0 : beta * target.pointee.accumulator
        target.pointee = S(accumulator: alpha * total + old)
      }
    }
  }
}
