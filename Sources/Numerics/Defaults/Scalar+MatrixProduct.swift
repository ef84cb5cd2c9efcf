extension Scalar {
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Accumulator, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ beta: Accumulator, into c: UnsafeMutablePointer<Self>
  ) {
    let stepA = product.transposesA ? product.strideA : 1
    let stepB = product.transposesB ? 1 : product.strideB
    for row in 0..<product.rows {
      let a = a + (product.transposesA ? row : row * product.strideA)
      for column in 0..<product.columns {
        let b = b + (product.transposesB ? column * product.strideB : column)
        var total: Accumulator = 0
        for k in 0..<product.depth { total += a[k * stepA].accumulator * b[k * stepB].accumulator }
        let target = c + (row * product.strideC + column)
        let old: Accumulator = beta == 0 ? 0 : beta * target.pointee.accumulator
        target.pointee = Self(accumulator: alpha * total + old)
      }
    }
  }
}
