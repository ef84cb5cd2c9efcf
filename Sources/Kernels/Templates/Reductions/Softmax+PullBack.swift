extension KernelVector {
  /// Each row's pullback of softmax, dx ← y (g − Σ g y), or of its logarithm, dx ← g − eʸ Σ g; added to what is there where
  /// `accumulating`. dx and g may be the same buffer.
  @_alwaysEmitIntoClient @inline(__always)
  public static func pullBackSoftmax(
    _ g: UnsafePointer<Element>, output y: UnsafePointer<Element>, into dx: UnsafeMutablePointer<Element>,
    accumulating: Bool, rows: Int, columns: Int, logarithm: Bool
  ) {
    var row = 0
    while row < rows {
      let (g, y, dx) = (g + row &* columns, y + row &* columns, dx + row &* columns)
      // The order of the sum is part of the result: the same as a reduction's.
      let total =
        logarithm
        ? sum(g, g, count: columns) { total, g, _ in total + g }
        : sum(g, y, count: columns) { total, g, y in g.multiplyAdd(y, total) }
      forEachVector(in: columns) { i, count in
        let (g, y) = (load(g + i, upTo: count), load(y + i, upTo: count))
        var result = logarithm ? g - exp(y) * total : y * (g - total)
        if accumulating { result = load(UnsafePointer(dx) + i, upTo: count) + result }
        result.store(dx + i, upTo: count)
      }
      row &+= 1
    }
  }
}
