/// Copies of matrix parts in the order in which the tiles read them.
///
/// A panel is some rows (of A) or columns (of B): for each k, `width` elements next to one another. Where the matrix ends
/// inside a panel, zeros take the place of what is missing.
@usableFromInline enum Packing<Tile: MatrixTile> {
  /// The element type.
  @usableFromInline typealias Element = Tile.Element

  /// Elements after the end of a panel that may be written, by a column that is longer than the panel is wide, and read, by a
  /// tile's vectors.
  @_alwaysEmitIntoClient @inline(__always) static var slack: Int { 2 &* Tile.Vector.scalarCount }

  /// Packs `count` ≤ `width` vectors that are stored one after another along k, each `stride` from the last; `readable` ones
  /// can be read.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleave(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, readable: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    let lanes = Tile.Column.scalarCount
    // What is stored beyond the width is overwritten by what follows.
    if count >= lanes || count == width && readable >= lanes {
      interleaveColumns(source, stride: stride, count: count, depth: depth, width: width, into: panel)
    } else {
      transpose(source, stride: stride, count: count, depth: depth, width: width, into: panel)
    }
    var i = count
    while i < width {
      var k = 0
      while k < depth {
        panel[k &* width &+ i] = 0
        k &+= 1
      }
      i &+= 1
    }
  }

  /// Packs no fewer vectors than a column has lanes, or as many where so many can be read and written; without zeros.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleaveColumns(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    let lanes = Tile.Column.scalarCount
    let line = Tile.elementsInLine
    let whole = depth & ~3
    var k = 0
    while k < whole {
      let step = k &+ line <= whole ? line : 4
      var i = 0
      while i < count {
        // The last lanes overlap those before where they do not divide the count.
        let first = i == 0 || i &+ lanes <= count ? i : count &- lanes
        let place = source + (first &* stride &+ k)
        let target = panel + (k &* width &+ first)
        interleaveFour(place, stride: stride, width: width, into: target)
        if step == line {
          interleaveFour(place + 4, stride: stride, width: width, into: target + 4 &* width)
          if line > 8 {
            interleaveFour(place + 8, stride: stride, width: width, into: target + 8 &* width)
            interleaveFour(place + 12, stride: stride, width: width, into: target + 12 &* width)
          }
        }
        i = first &+ lanes
      }
      k &+= step
    }
    if whole < depth {
      interleaveElements(
        source + whole, stride: stride, count: count, depth: depth &- whole, width: width, into: panel + whole &* width)
    }
  }

  /// Four elements of each of as many vectors as a column has lanes.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleaveFour(
    _ source: UnsafePointer<Element>, stride: Int, width: Int, into panel: UnsafeMutablePointer<Element>
  ) {
    let columns = Tile.transposed(source, stride: stride)
    storeColumn(columns.0, to: panel)
    storeColumn(columns.1, to: panel + width)
    storeColumn(columns.2, to: panel + 2 &* width)
    storeColumn(columns.3, to: panel + 3 &* width)
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func storeColumn(_ column: Tile.Column, to target: UnsafeMutablePointer<Element>) {
    UnsafeMutableRawPointer(target).storeBytes(of: column, as: Tile.Column.self)
  }

  /// Packs any number of vectors, without zeros, and writes nothing beyond them.
  @_alwaysEmitIntoClient @inline(__always)
  static func transpose(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    var k = 0
    if count >= 4 {
      while k &+ 16 <= depth {
        var i = 0
        while i < count {
          // The last four overlap those before where four does not divide the count.
          let first = i &+ 4 <= count ? i : count &- 4
          transpose(source + (first &* stride &+ k), stride: stride, into: panel + (k &* width &+ first), width: width)
          i = first &+ 4
        }
        k &+= 16
      }
    }
    if k < depth {
      interleaveElements(
        source + k, stride: stride, count: count, depth: depth &- k, width: width, into: panel + k &* width)
    }
  }

  /// The same, element by element.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleaveElements(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    var i = 0
    while i < count {
      let row = source + i &* stride
      var k = 0
      while k < depth {
        panel[k &* width &+ i] = row[k]
        k &+= 1
      }
      i &+= 1
    }
  }

  /// Transposes four rows of sixteen elements in registers.
  @_alwaysEmitIntoClient @inline(__always)
  static func transpose(
    _ source: UnsafePointer<Element>, stride: Int, into panel: UnsafeMutablePointer<Element>, width: Int
  ) {
    let even = zip(load(source), load(source + 2 &* stride))
    let odd = zip(load(source + stride), load(source + 3 &* stride))
    let target = UnsafeMutableRawPointer(panel)
    let step = width &* MemoryLayout<Element>.stride
    storeEight(zip(even.lowHalf, odd.lowHalf), target, step: step)
    storeEight(zip(even.highHalf, odd.highHalf), target + 8 &* step, step: step)
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func load(_ source: UnsafePointer<Element>) -> SIMD16<Element> {
    UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Element>.self)
  }

  /// Elements of two vectors in turn; of no more than these lengths, or it is compiled to a loop.
  @_alwaysEmitIntoClient @inline(__always)
  static func zip(_ even: SIMD16<Element>, _ odd: SIMD16<Element>) -> SIMD32<Element> {
    var result = SIMD32<Element>(lowHalf: even, highHalf: odd)
    result.evenHalf = even
    result.oddHalf = odd
    return result
  }

  /// Stores eight quadruples, each `step` bytes from the last.
  @_alwaysEmitIntoClient @inline(__always)
  static func storeEight(_ values: SIMD32<Element>, _ target: UnsafeMutableRawPointer, step: Int) {
    storeFour(values.lowHalf, target, step: step)
    storeFour(values.highHalf, target + 4 &* step, step: step)
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func storeFour(_ values: SIMD16<Element>, _ target: UnsafeMutableRawPointer, step: Int) {
    target.storeBytes(of: values.lowHalf.lowHalf, as: SIMD4<Element>.self)
    target.storeBytes(of: values.lowHalf.highHalf, toByteOffset: step, as: SIMD4<Element>.self)
    target.storeBytes(of: values.highHalf.lowHalf, toByteOffset: 2 &* step, as: SIMD4<Element>.self)
    target.storeBytes(of: values.highHalf.highHalf, toByteOffset: 3 &* step, as: SIMD4<Element>.self)
  }

  /// Packs `count` ≤ `width` ≤ two vectors of neighbours from each of `depth` stored rows, of which each, the last too,
  /// goes on for `readable` elements.
  @_alwaysEmitIntoClient @inline(__always)
  static func copy(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, readable: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    let lanes = Tile.Vector.scalarCount
    var k = 0
    if count == width && width <= lanes && readable >= lanes {
      // What is stored beyond the width is overwritten by the next row.
      while k < depth {
        copyVector(source + k &* stride, to: panel + k &* width)
        k &+= 1
      }
    } else if count == width && readable >= 2 &* lanes {
      while k < depth {
        copyVector(source + k &* stride, to: panel + k &* width)
        copyVector(source + (k &* stride &+ lanes), to: panel + (k &* width &+ lanes))
        k &+= 1
      }
    } else {
      while k < depth {
        let row = source + k &* stride
        let target = panel + k &* width
        var i = 0
        while i < width {
          target[i] = i < count ? row[i] : 0
          i &+= 1
        }
        k &+= 1
      }
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func copyVector(_ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>) {
    let vector = UnsafeRawPointer(source).loadUnaligned(as: Tile.Vector.self)
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: Tile.Vector.self)
  }
}
