/// The standardization of each row of a matrix: less its mean, over its deviation √(variance + ε), with the biased variance.
@frozen public struct RowNormalization: Sendable {
  /// The number of rows.
  public var rows: Int
  /// The number of columns.
  public var columns: Int
  /// ε
  public var epsilon: Double

  /// A standardization.
  @_alwaysEmitIntoClient @inline(__always)
  public init(rows: Int, columns: Int, epsilon: Double) {
    self.rows = rows
    self.columns = columns
    self.epsilon = epsilon
  }
}

extension KernelVector {
  /// The mean of a row and one over its deviation, in every element.
  @_alwaysEmitIntoClient @inline(__always)
  static func statistics(_ x: UnsafePointer<Element>, columns: Int, epsilon: Double) -> (mean: Self, inverse: Self) {
    let share = Self(1 / Double(columns))
    let mean = sum(x, x, count: columns) { total, x, _ in total + x } * share
    // The rest of a vector is loaded as zeros, which the mean would be taken from: it is a sum of its own.
    let whole = columns &- columns % width
    var squares = sum(x, x, count: whole) { total, x, _ in
      let centered = x - mean
      return centered.multiplyAdd(centered, total)
    }
    var i = whole
    while i < columns {
      let centered = Self(repeating: x + i) - mean
      squares = centered.multiplyAdd(centered, squares)
      i &+= 1
    }
    return (mean, 1.0 / (squares * share + epsilon).squareRoot())
  }

  /// yⱼ ← (xⱼ − mean)/deviation · gainⱼ + offsetⱼ for each row; without a gain it is 1, without an offset 0.
  @_alwaysEmitIntoClient @inline(__always)
  public static func normalize(
    _ x: UnsafePointer<Element>, _ rows: RowNormalization, gain: UnsafePointer<Element>?,
    offset: UnsafePointer<Element>?, into y: UnsafeMutablePointer<Element>
  ) {
    var row = 0
    while row < rows.rows {
      let (x, y) = (x + row &* rows.columns, y + row &* rows.columns)
      let (mean, inverse) = statistics(x, columns: rows.columns, epsilon: rows.epsilon)
      forEachVector(in: rows.columns) { i, count in
        var result = (load(x + i, upTo: count) - mean) * inverse
        if let gain { result = result * load(gain + i, upTo: count) }
        if let offset { result = result + load(offset + i, upTo: count) }
        result.store(y + i, upTo: count)
      }
      row &+= 1
    }
  }

  /// The pullback by x, written or added to dx, and sums over the rows of the cotangents of gain and offset, added to what
  /// is there; without their place, none is computed.
  @_alwaysEmitIntoClient @inline(__always)
  public static func pullBackNormalization(
    _ g: UnsafePointer<Element>, _ x: UnsafePointer<Element>, _ rows: RowNormalization, gain: UnsafePointer<Element>?,
    into dx: UnsafeMutablePointer<Element>?, accumulating: Bool, gainSums: UnsafeMutablePointer<Element>?,
    offsetSums: UnsafeMutablePointer<Element>?
  ) {
    let columns = rows.columns
    let share = Self(1 / Double(columns))
    var row = 0
    while row < rows.rows {
      let (g, x) = (g + row &* columns, x + row &* columns)
      let (mean, inverse) = statistics(x, columns: columns, epsilon: rows.epsilon)
      var total = Self(0)
      var along = Self(0)
      // What is beyond the row's end is −∞ where it is loaded; here it must count for nothing.
      forEachVector(in: columns) { i, count in
        let g = load(g + i, count, padding: 0)
        let normalized = (load(x + i, count, padding: 0) - mean) * inverse
        var scaled = g
        if let gain { scaled = g * load(gain + i, count, padding: 0) }
        total = total + scaled
        along = scaled.multiplyAdd(normalized, along)
        if let gainSums {
          g.multiplyAdd(normalized, load(UnsafePointer(gainSums) + i, count, padding: 0)).store(
            gainSums + i, upTo: count)
        }
        if let offsetSums {
          (load(UnsafePointer(offsetSums) + i, count, padding: 0) + g).store(offsetSums + i, upTo: count)
        }
      }
      if let dx {
        let dx = dx + row &* columns
        let meanOfTotal = total.folded { $0 + $1 } * share
        let meanAlong = along.folded { $0 + $1 } * share
        forEachVector(in: columns) { i, count in
          var scaled = load(g + i, upTo: count)
          if let gain { scaled = scaled * load(gain + i, upTo: count) }
          let normalized = (load(x + i, upTo: count) - mean) * inverse
          var result = (scaled - meanOfTotal - normalized * meanAlong) * inverse
          if accumulating { result = load(UnsafePointer(dx) + i, upTo: count) + result }
          result.store(dx + i, upTo: count)
        }
      }
      row &+= 1
    }
  }

  /// As many elements at an address as there are, at most a whole vector, and `padding` for the others.
  @_alwaysEmitIntoClient @inline(__always)
  static func load(_ source: UnsafePointer<Element>, _ count: Int, padding: Double) -> Self {
    count >= width ? load(source) : load(source, count: count, padding: padding)
  }
}
