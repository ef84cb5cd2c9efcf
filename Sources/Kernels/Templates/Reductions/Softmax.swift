extension KernelVector {
  /// Each row's softmax, or its logarithm, shifted by the row's maximum; x and y may be the same buffer.
  ///
  /// A NaN anywhere in a row makes its sum NaN, and so the whole row. An exponential below 0.7 of the least normal
  /// number (of Float, from 87.7 below the maximum on) is zero.
  @_alwaysEmitIntoClient @inline(__always)
  public static func softmax(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, rows: Int, columns: Int, logarithm: Bool
  ) {
    var row = 0
    if columns > 0 && columns <= width {
      while row &+ width <= rows {
        softmaxOfRows(x + row &* columns, into: y + row &* columns, columns: columns, logarithm: logarithm)
        row &+= width
      }
    }
    while row < rows {
      let x = x + row &* columns
      let y = y + row &* columns
      if columns <= width {
        softmaxOfOne(x, into: y, count: columns, logarithm: logarithm)
      } else if columns == 4 &* width {
        // Compiled without the branches that vectors in part need.
        softmaxOfFour(x, into: y, count: 4 &* width, logarithm: logarithm)
      } else if columns < 4 &* width {
        softmaxOfFour(x, into: y, count: columns, logarithm: logarithm)
      } else {
        softmaxOfMany(x, into: y, count: columns, logarithm: logarithm)
      }
      row &+= 1
    }
  }

  /// The softmax of as many rows as a vector has elements, none longer than it: each vector holds a column of theirs, so that no
  /// row waits for a maximum and a sum of its own. The bits are those of `softmaxOfOne`.
  @_alwaysEmitIntoClient @inline(__always)
  static func softmaxOfRows(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, columns: Int, logarithm: Bool
  ) {
    withBlock { block in
      var row = 0
      while row < width {
        var column = 0
        while column < columns {
          block[column &* width &+ row] = x[row &* columns &+ column]
          column &+= 1
        }
        row &+= 1
      }
      var shift = load(block)
      var column = 1
      while column < columns {
        shift = maximum(shift, load(block + column &* width))
        column &+= 1
      }
      let total = withBlock { sums in
        var column = 0
        while column < columns {
          let difference = load(block + column &* width) - shift
          let exponential = expOfNonPositive(difference)
          exponential.store(sums + column &* width)
          (logarithm ? difference : exponential).store(block + column &* width)
          column &+= 1
        }
        // In the order in which one vector's elements are added.
        var half = width / 2
        while half > 0 {
          column = 0
          while column < half && column &+ half < columns {
            let sum = load(sums + column &* width) + load(sums + (column &+ half) &* width)
            sum.store(sums + column &* width)
            column &+= 1
          }
          half /= 2
        }
        return load(sums)
      }
      let (logTotal, scale) = (logarithm ? log(total) : total, 1.0 / total)
      column = 0
      while column < columns {
        let value = load(block + column &* width)
        (logarithm ? value - logTotal : value * scale).store(block + column &* width)
        column &+= 1
      }
      row = 0
      while row < width {
        column = 0
        while column < columns {
          y[row &* columns &+ column] = block[column &* width &+ row]
          column &+= 1
        }
        row &+= 1
      }
    }
  }

  /// Calls `body` with memory for sixteen vectors, on the stack.
  @_alwaysEmitIntoClient @inline(__always)
  static func withBlock<R>(_ body: (UnsafeMutablePointer<Element>) -> R) -> R {
    let zero = Self(0)
    var block = (
      zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero
    )
    return withUnsafeMutableBytes(of: &block) {
      body($0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Element.self))
    }
  }

  /// The softmax of up to one vector.
  @_alwaysEmitIntoClient @inline(__always)
  static func softmaxOfOne(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, count: Int, logarithm: Bool
  ) {
    let x0 = load(x, upTo: count)
    let d0 = x0 - x0.folded { maximum($0, $1) }
    let e0 = expOfNonPositive(d0)
    let total = e0.folded { $0 + $1 }
    let result = logarithm ? d0 - log(total) : e0 * (1.0 / total)
    result.store(y, upTo: count)
  }

  /// The softmax of up to four vectors, which stay in registers.
  @_alwaysEmitIntoClient @inline(__always)
  static func softmaxOfFour(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, count: Int, logarithm: Bool
  ) {
    let x0 = load(x, upTo: count)
    let x1 = load(x + width, upTo: count &- width)
    let x2 = load(x + 2 &* width, upTo: count &- 2 &* width)
    let x3 = load(x + 3 &* width, upTo: count &- 3 &* width)
    let shift = maximum(maximum(x0, x1), maximum(x2, x3)).folded { maximum($0, $1) }
    var (d0, d1, d2, d3) = (x0 - shift, x1 - shift, x2 - shift, x3 - shift)
    let (e0, e1, e2, e3) = (expOfNonPositive(d0), expOfNonPositive(d1), expOfNonPositive(d2), expOfNonPositive(d3))
    let total = ((e0 + e1) + (e2 + e3)).folded { $0 + $1 }
    if logarithm {
      let logTotal = log(total)
      (d0, d1, d2, d3) = (d0 - logTotal, d1 - logTotal, d2 - logTotal, d3 - logTotal)
    } else {
      let scale = 1.0 / total
      (d0, d1, d2, d3) = (e0 * scale, e1 * scale, e2 * scale, e3 * scale)
    }
    d0.store(y, upTo: count)
    d1.store(y + width, upTo: count &- width)
    d2.store(y + 2 &* width, upTo: count &- 2 &* width)
    d3.store(y + 3 &* width, upTo: count &- 3 &* width)
  }

  /// The softmax of a longer row, in three passes.
  @_alwaysEmitIntoClient @inline(__always)
  static func softmaxOfMany(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, count: Int, logarithm: Bool
  ) {
    let shift = maximum(of: x, count: count)
    if logarithm {
      let total = sum(x, x, count: count, padding: -.infinity) { total, x, _ in total + expOfNonPositive(x - shift) }
      let logTotal = log(total)
      map(x, into: y, count: count) { ($0 - shift) - logTotal }
    } else {
      map(x, into: y, count: count) { expOfNonPositive($0 - shift) }
      let total = sum(UnsafePointer(y), UnsafePointer(y), count: count) { total, e, _ in total + e }
      let scale = 1.0 / total
      map(UnsafePointer(y), into: y, count: count) { $0 * scale }
    }
  }

  /// As many elements at an address as there are, at most a whole vector, and −∞ for the others.
  @_alwaysEmitIntoClient @inline(__always)
  static func load(_ source: UnsafePointer<Element>, upTo count: Int) -> Self {
    if count >= width { return load(source) }
    return count > 0 ? load(source, count: count, padding: -.infinity) : Self(-.infinity)
  }

  /// Writes as many elements as there is room for, at most a whole vector.
  @_alwaysEmitIntoClient @inline(__always)
  func store(_ target: UnsafeMutablePointer<Element>, upTo count: Int) {
    if count >= Self.width { store(target) } else if count > 0 { store(target, count: count) }
  }
}
