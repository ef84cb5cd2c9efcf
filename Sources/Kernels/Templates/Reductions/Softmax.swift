extension KernelVector {
  /// Each row's softmax, or its logarithm, shifted by the row's maximum; x and y may be the same buffer.
  @_alwaysEmitIntoClient @inline(__always)
  public static func softmax(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, rows: Int, columns: Int, logarithm: Bool
  ) {
    var row = 0
    while row < rows {
      let x = x + row &* columns
      let y = y + row &* columns
      let shift = Self(Double(maximum(of: x, count: columns)))
      if logarithm {
        let total = sum(x, x, count: columns, padding: -.infinity) { total, x, _ in total + exp(x - shift) }
        let logTotal = log(Self(Double(total)))
        map(x, into: y, count: columns) { ($0 - shift) - logTotal }
      } else {
        map(x, into: y, count: columns) { exp($0 - shift) }
        let total = Self(Double(sum(UnsafePointer(y), UnsafePointer(y), count: columns) { total, e, _ in total + e }))
        map(UnsafePointer(y), into: y, count: columns) { $0 / total }
      }
      row &+= 1
    }
  }
}
