// Multiply-adds, about 5 µs of them, that pay for another thread.
private let productGrain = 1 << 18

extension SharedKernels {
  /// C ← α op(A) op(B) + β C with an epilogue, for each product of the batch, by all threads.
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

  /// One product, by so many threads: step by step they pack B together, then take rows of C from one another.
  package func multiplyOne(
    _ product: MatrixProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element>, threads: Int
  ) {
    let kernels = kernels.pointee.product
    if product.depth == 0 { return kernels.finish(c, product, beta, epilogue) }
    if let row = RowProduct(product) {
      return multiplyRow(row, alpha, row.isMirrored ? b : a, row.isMirrored ? a : b, beta, into: c, epilogue, threads)
    }
    let tileRows = kernels.tileRows(product.rows)
    let tiles = (product.rows + tileRows - 1) / tileRows
    var next = kernels.step(nil, product, CacheSizes.productBlock)
    while let step = next {
      let panels = (step.columns + kernels.tileColumns - 1) / kernels.tileColumns
      let packed = Workspace.memory(for: .panels, bytes: kernels.panelBytes(step))
      if threads == 1 {
        kernels.pack(product, step, b, 0, panels, packed)
        kernels.multiply(
          product, step, ProductPart(tile: 0, tileEnd: tiles, panel: 0, panelEnd: panels), alpha, a, b, beta, c,
          epilogue, packed, Workspace.memory(for: .tiles, bytes: kernels.scratchBytes))
      } else {
        parallelFor(panels, grain: 1) { kernels.pack(product, step, b, $0.lowerBound, $0.upperBound, packed) }
        // Where there are too few tiles down for all threads to end at about the same time, panels are shared out too.
        let across = min(panels, (8 * threads + tiles - 1) / tiles)
        parallelFor(tiles * across, grain: 1) {
          let scratch = Workspace.memory(for: .tiles, bytes: kernels.scratchBytes)
          for index in $0 {
            let (down, part) = (index / across, index % across)
            kernels.multiply(
              product, step,
              ProductPart(
                tile: down, tileEnd: down + 1, panel: panels * part / across, panelEnd: panels * (part + 1) / across),
              alpha, a, b, beta, c, epilogue, packed, scratch)
          }
        }
      }
      next = kernels.step(step, product, CacheSizes.productBlock)
    }
  }

  /// A row's product, its columns shared by so many threads.
  private func multiplyRow(
    _ row: RowProduct, _ alpha: Double, _ a: Input, _ b: Input, _ beta: Double, into c: Output,
    _ epilogue: ProductEpilogue<Element>, _ threads: Int
  ) {
    let kernels = kernels.pointee.product
    func multiply(_ columns: Range<Int>) {
      kernels.multiplyRow(
        row, columns.lowerBound, columns.upperBound, alpha, a, b, beta, c, epilogue,
        Workspace.memory(for: .tiles, bytes: kernels.rowScratchBytes))
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
  /// Threads that the work of the batch pays for; one within other work, which has them all.
  fileprivate var threads: Int {
    if ThreadPool.workers.isInUse { return 1 }
    let work = rows * columns * max(1, depth) * batches
    return max(1, min(ThreadPool.threadCount, work / productGrain))
  }

  /// The places in A and B where the operands of a part of a product of the batch start.
  package func places(batch: Int, row: Int, column: Int) -> (a: Int, b: Int) {
    (
      batch * batchStrides.a + (transposesA ? row : row * strideA),
      batch * batchStrides.b + (transposesB ? column * strideB : column)
    )
  }
}
