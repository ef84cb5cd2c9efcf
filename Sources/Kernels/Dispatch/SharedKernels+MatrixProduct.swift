extension SharedKernels {
  /// C ← α op(A) op(B) + β C with an epilogue, for each product of the batch, by all threads.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  public func multiply(
    _ product: MatrixProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element> = ProductEpilogue()
  ) {
    if product.rows == 0 || product.columns == 0 { return }
    let strides = product.batchStrides
    func multiply(_ batch: Int, threads: Int) {
      multiplyOne(
        product, alpha, a + batch * strides.a, b + batch * strides.b, beta, into: c + batch * strides.c, epilogue,
        threads: threads)
    }
    let threads = product.threads
    if product.batches == 1 {
      multiply(0, threads: threads)
    } else if threads == 1 {
      for batch in 0..<product.batches { multiply(batch, threads: 1) }
    } else if product.batches >= 2 * threads {
      parallelFor(product.batches, grain: 1) { for batch in $0 { multiply(batch, threads: 1) } }
    } else {
      for batch in 0..<product.batches { multiply(batch, threads: threads) }
    }
  }

  /// One product, by so many threads: a rectangle of C for each, which packs the operands of its own, so that they begin
  /// once and nothing goes from one core's cache to another's.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  package func multiplyOne(
    _ product: MatrixProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element>, threads: Int
  ) {
    if product.depth == 0 { return kernels.pointee.product.finish(c, product, beta, epilogue) }
    if let row = RowProduct(product) {
      return multiplyRow(row, alpha, row.isMirrored ? b : a, row.isMirrored ? a : b, beta, into: c, epilogue, threads)
    }
    guard threads > 1 else {
      let block = CacheSizes.productBlock
      return kernels.pointee.product.multiply(
        product, block, alpha, a, b, beta, c, epilogue,
        Workspace.memory(for: .panels, bytes: kernels.pointee.product.panelBytes(product, block)),
        Workspace.memory(for: .tiles, bytes: kernels.pointee.product.scratchBytes))
    }
    let cut = ProductCut(
      product, tileColumns: kernels.pointee.product.tileColumns, parts: threads, limit: (product.rows, product.columns))
    parallelFor(cut.count, grain: 1) {
      for index in $0 {
        let (part, row, column) = cut[index]
        let places = part.places(batch: 0, row: row, column: column)
        multiplyOne(
          part, alpha, a + places.a, b + places.b, beta, into: c + (row * product.strideC + column),
          epilogue.at(column: column), threads: 1)
      }
    }
  }

  /// A row's product, its columns shared by so many threads.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private func multiplyRow(
    _ row: RowProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element>, _ threads: Int
  ) {
    func multiply(_ columns: Range<Int>) {
      kernels.pointee.product.multiplyRow(
        row, columns.lowerBound, columns.upperBound, alpha, a, b, beta, c, epilogue,
        Workspace.memory(for: .tiles, bytes: kernels.pointee.product.rowScratchBytes))
    }
    if threads == 1 { return multiply(0..<row.columns) }
    // Two parts for each thread, of whole cache lines.
    let part = (row.columns / (2 * threads) + 63) / 64 * 64
    parallelFor(row.columns, grain: max(64, part), multiply)
  }

  /// Calls `body` with rectangles that together cover every C of the batch, on all threads: a product of the rectangle's
  /// size, the number of the C, and the row and column where the rectangle starts. How C is cut changes no bit.
  package func forEachPart(
    of product: MatrixProduct, limit: (rows: Int, columns: Int),
    _ body: (_ part: MatrixProduct, _ batch: Int, _ row: Int, _ column: Int) -> Void
  ) {
    if product.rows == 0 || product.columns == 0 { return }
    // As many parts for each product as give every thread some.
    let threads = product.threads
    let parts = (threads + product.batches - 1) / max(1, product.batches)
    let cut = ProductCut(product, tileColumns: kernels.pointee.product.tileColumns, parts: parts, limit: limit)
    func run(_ range: Range<Int>) {
      for index in range {
        let (part, row, column) = cut[index % cut.count]
        body(part, index / cut.count, row, column)
      }
    }
    let count = cut.count * product.batches
    if threads == 1 { run(0..<count) } else { parallelFor(count, grain: 1, run) }
  }
}

extension MatrixProduct {
  /// Threads that the work of the batch pays for.
  fileprivate var threads: Int {
    // A row's product takes three to eight times as long as others for as much work.
    Self.threads(work: rows * columns * max(1, depth) * batches * (rows == 1 || columns == 1 ? 4 : 1))
  }

  /// Threads that so many multiply-adds pay for; one within other work, which has them all.
  static func threads(work: Int) -> Int {
    ThreadPool.workers.isInUse ? 1 : max(1, min(ThreadPool.threadCount, work / ThreadPool.productGrain))
  }

  /// The places in A and B where the operands of a part of a product of the batch start.
  package func places(batch: Int, row: Int, column: Int) -> (a: Int, b: Int) {
    (
      batch * batchStrides.a + (transposesA ? row : row * strideA),
      batch * batchStrides.b + (transposesB ? column * strideB : column)
    )
  }
}
