// Multiply-adds, about 5 µs of them, that pay for another thread.
private let productGrain = 1 << 18
// With more work than this, parts are made smaller than threads need, so that a slow thread holds up less.
private let evenGrain = 1 << 27

extension SharedKernels {
  /// C ← α op(A) op(B) + β C with an epilogue, for each product of the batch, by all threads: each with rectangles of C.
  public func multiply(
    _ product: MatrixProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element> = ProductEpilogue()
  ) {
    forEachPart(of: product) { part, batch, row, column in
      let (placeA, placeB) = part.places(batch: batch, row: row, column: column)
      multiplyPart(
        part, alpha, a + placeA, b + placeB, beta,
        into: c + (batch * part.batchStrides.c + row * part.strideC + column), epilogue.at(column: column))
    }
  }

  /// A product, or part of one, on the calling thread.
  package func multiplyPart(
    _ product: MatrixProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element>
  ) {
    let blockBytes = CacheSizes.productBlock
    let workspace = Workspace.memory(for: .panels, bytes: kernels.pointee.workspaceBytes(blockBytes))
    kernels.pointee.multiply(product, alpha, a, b, beta, c, epilogue, blockBytes, workspace)
  }

  /// Calls `body` with rectangles that together cover every C of the batch: a product of the rectangle's size, the
  /// number of the C, and the row and column where the rectangle starts. How C is cut changes no bit.
  package func forEachPart(
    of product: MatrixProduct, limit: (rows: Int, columns: Int) = (.max, .max),
    _ body: (_ part: MatrixProduct, _ batch: Int, _ row: Int, _ column: Int) -> Void
  ) {
    if product.rows == 0 || product.columns == 0 { return }
    let work = product.rows * product.columns * max(1, product.depth)
    let threads = min(ThreadPool.threadCount, work * product.batches / productGrain)
    // As many parts for each product as give every thread some, more where the work is much.
    let parts = threads <= 1 ? 1 : (threads * (work > evenGrain ? 4 : 1) + product.batches - 1) / product.batches
    if parts == 1 && product.rows <= limit.rows && product.columns <= limit.columns {
      if threads <= 1 {
        for batch in 0..<product.batches { body(product, batch, 0, 0) }
      } else {
        parallelFor(product.batches, grain: 1) { for batch in $0 { body(product, batch, 0, 0) } }
      }
      return
    }
    let cut = ProductCut(product, tile: kernels.pointee.tile, parts: parts, limit: limit)
    func run(_ range: Range<Int>) {
      for index in range {
        let (part, row, column) = cut[index % cut.count]
        body(part, index / cut.count, row, column)
      }
    }
    if threads <= 1 {
      run(0..<cut.count * product.batches)
    } else {
      parallelFor(cut.count * product.batches, grain: 1, run)
    }
  }
}

extension MatrixProduct {
  /// The places in A and B where the operands of a part of a product of the batch start.
  package func places(batch: Int, row: Int, column: Int) -> (a: Int, b: Int) {
    (
      batch * batchStrides.a + (transposesA ? row : row * strideA),
      batch * batchStrides.b + (transposesB ? column * strideB : column)
    )
  }
}
