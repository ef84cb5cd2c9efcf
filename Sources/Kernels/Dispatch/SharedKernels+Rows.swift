// Elements of a chunk of rows: part of the definition of sums over rows, which are taken chunk by chunk, then in order.
private let chunkElements = 1 << 13

extension SharedKernels {
  /// Row-wise softmax's pullback by all threads, added where `accumulating`; dx and g may be the same buffer.
  public func pullBackSoftmax(
    _ g: Input, output y: Input, into dx: Output, accumulating: Bool, rows: Int, columns: Int, logarithm: Bool
  ) {
    if columns == 0 { return }
    parallelFor(rows, grain: (chunkElements + columns - 1) / columns) {
      let start = $0.lowerBound * columns
      kernels.pointee.pullBackSoftmax(g + start, y + start, dx + start, accumulating, $0.count, columns, logarithm)
    }
  }

  /// Row-wise standardization by all threads.
  public func normalize(_ x: Input, _ rows: RowNormalization, gain: Input?, offset: Input?, into y: Output) {
    if rows.columns == 0 { return }
    parallelFor(rows.rows, grain: (chunkElements + rows.columns - 1) / rows.columns) {
      let start = $0.lowerBound * rows.columns
      var part = rows
      part.rows = $0.count
      kernels.pointee.normalize(x + start, part, gain, offset, y + start)
    }
  }

  /// Its pullback by all threads: the cotangent of x, and the sums over all rows of those of gain and offset, which are
  /// overwritten; what has no place is not computed.
  public func pullBackNormalization(
    _ g: Input, _ x: Input, _ rows: RowNormalization, gain: Input?, into dx: Output?, accumulating: Bool,
    gainSums: Output?, offsetSums: Output?
  ) {
    let columns = rows.columns
    if columns == 0 { return }
    let rowsOfChunk = max(1, chunkElements / columns)
    let chunks = (rows.rows + rowsOfChunk - 1) / rowsOfChunk
    let partials = Workspace.memory(for: .partials, bytes: 2 * chunks * columns * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: 2 * chunks * columns)
    parallelFor(chunks, grain: 1) {
      for chunk in $0 {
        let row = chunk * rowsOfChunk
        var part = rows
        part.rows = min(rowsOfChunk, rows.rows - row)
        let sums = partials + 2 * chunk * columns
        sums.update(repeating: 0, count: 2 * columns)
        kernels.pointee.pullBackNormalization(
          g + row * columns, x + row * columns, part, gain, dx.map { $0 + row * columns }, accumulating,
          gainSums == nil ? nil : sums, offsetSums == nil ? nil : sums + columns)
      }
    }
    for (target, place) in [(gainSums, 0), (offsetSums, columns)] {
      guard let target else { continue }
      target.update(repeating: 0, count: columns)
      for chunk in 0..<chunks {
        kernels.pointee.combine(1, UnsafePointer(partials) + (2 * chunk * columns + place), 1, target, columns)
      }
    }
  }
}

extension SharedKernels {
  /// A step of a recurrent cell, on the calling thread: rows are shared out by who takes the steps.
  public func apply(_ cell: CellFunction, _ step: CellStep<Element>) { kernels.pointee.applyCell(cell, step) }

  /// Its pullback.
  public func pullBack(_ cell: CellFunction, _ call: CellPullback<Element>) {
    kernels.pointee.pullBackCell(cell, call)
  }
}
