/// A matrix product in cache-sized blocks: packed panels of A and B, and a register tile that runs over them.
///
/// Every element of C is, for each block of 256 along the depth, one chain of multiply-adds from 0 in the order of k;
/// the blocks' sums, times α, are added to β C in order. So neither the tile's shape nor where C is cut changes a bit.
public enum BlockedProduct<Tile: MatrixTile> {
  /// The element type.
  public typealias Element = Tile.Element

  // The depth block is part of the result's definition: the same for all instruction sets and types.
  @_alwaysEmitIntoClient @inline(__always) static var depthBlock: Int { 256 }
  // A block of A, about 100 kB (200 kB of Doubles), stays in the second-level cache.
  @_alwaysEmitIntoClient @inline(__always) static var rowBlock: Int { 96 / Tile.rows &* Tile.rows }
  // A block of B, 2 MB, stays in the third-level cache.
  @_alwaysEmitIntoClient @inline(__always) static var columnBlock: Int { 8192 / MemoryLayout<Element>.stride }
  // With fewer rows, B is used too seldom to be worth packing.
  @_alwaysEmitIntoClient @inline(__always) static var rowsWorthPacking: Int { 64 }

  // α and β of the first depth block, of the later ones, and of a tile at an edge; a whole number of cache lines.
  @_alwaysEmitIntoClient @inline(__always) static var factorCount: Int { 16 }

  /// Bytes of scratch memory, aligned to 64, that `multiply` needs.
  @_alwaysEmitIntoClient @inline(__always) public static var workspaceBytes: Int {
    (factorCount &+ depthBlock &* (rowBlock &+ columnBlock) &+ Tile.rows &* Tile.columns)
      &* MemoryLayout<Element>.stride
  }

  /// C ← α op(A) op(B) + β C on the calling thread.
  @_alwaysEmitIntoClient @inline(__always)
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Double, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>,
    _ beta: Double, into c: UnsafeMutablePointer<Element>, workspace: UnsafeMutableRawPointer
  ) {
    if product.depth == 0 { return scale(c, by: Element(beta), product) }
    let factors = workspace.assumingMemoryBound(to: Element.self)
    factors[0] = Element(alpha)
    factors[1] = Element(beta)
    factors[2] = Element(alpha)
    factors[3] = 1
    factors[4] = 1
    factors[5] = 0
    let panelsB = factors + factorCount
    var column = 0
    while column < product.columns {
      let columns = min(columnBlock, product.columns &- column)
      var k = 0
      while k < product.depth {
        let depth = min(depthBlock, product.depth &- k)
        let placeB = b + (product.transposesB ? column &* product.strideB &+ k : k &* product.strideB &+ column)
        packB(product, placeB, columns: columns, depth: depth, into: panelsB)
        var row = 0
        while row < product.rows {
          let rows = min(rowBlock, product.rows &- row)
          let placeA = a + (product.transposesA ? k &* product.strideA &+ row : row &* product.strideA &+ k)
          let target = TileTarget<Tile>(
            c: c + (row &* product.strideC &+ column), stride: product.strideC,
            factors: k == 0 ? factors : factors + 2)
          multiplyBlock(product, placeA, placeB, rows: rows, columns: columns, depth: depth, target, panelsB)
          row &+= rows
        }
        k &+= depth
      }
      column &+= columns
    }
  }

  /// One block of A, packed here, times one block of B.
  @_alwaysEmitIntoClient @inline(__always)
  static func multiplyBlock(
    _ product: MatrixProduct, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, rows: Int, columns: Int,
    depth: Int, _ target: TileTarget<Tile>, _ panelsB: UnsafeMutablePointer<Element>
  ) {
    let panelsA = panelsB + depthBlock &* columnBlock
    let edge = panelsA + depthBlock &* rowBlock
    packA(product, a, rows: rows, depth: depth, into: panelsA)
    var column = 0
    while column < columns {
      let width = min(Tile.columns, columns &- column)
      let isDirect = readsInPlace(product, width: width)
      let panelB = isDirect ? b + column : UnsafePointer(panelsB + column &* depth)
      let strideB = isDirect ? product.strideB : Tile.columns
      var row = 0
      while row < rows {
        let height = min(Tile.rows, rows &- row)
        let panelA = UnsafePointer(panelsA + row &* depth)
        let place = target.at(row: row, column: column)
        if height == Tile.rows && width == Tile.columns {
          Tile.accumulate(depth: depth, panelA, panelB, strideB: strideB, into: place)
        } else {
          let whole = TileTarget<Tile>(c: edge, stride: Tile.columns, factors: panelsB - factorCount + 4)
          Tile.accumulate(depth: depth, panelA, panelB, strideB: strideB, into: whole)
          place.finish(partial: edge, rows: height, columns: width)
        }
        row &+= Tile.rows
      }
      column &+= Tile.columns
    }
  }

  /// Whether the tiles read this panel of B where it is stored.
  @_alwaysEmitIntoClient @inline(__always)
  static func readsInPlace(_ product: MatrixProduct, width: Int) -> Bool {
    !product.transposesB && width == Tile.columns && product.rows <= rowsWorthPacking
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func packA(
    _ product: MatrixProduct, _ a: UnsafePointer<Element>, rows: Int, depth: Int,
    into panels: UnsafeMutablePointer<Element>
  ) {
    let stride = product.strideA
    var row = 0
    while row < rows {
      let count = min(Tile.rows, rows &- row)
      let panel = panels + row &* depth
      if product.transposesA {
        Packing.copy(a + row, stride: stride, count: count, depth: depth, width: Tile.rows, into: panel)
      } else {
        let place = a + row &* stride
        Packing.interleave(place, stride: stride, count: count, depth: depth, width: Tile.rows, into: panel)
      }
      row &+= Tile.rows
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func packB(
    _ product: MatrixProduct, _ b: UnsafePointer<Element>, columns: Int, depth: Int,
    into panels: UnsafeMutablePointer<Element>
  ) {
    let stride = product.strideB
    var column = 0
    while column < columns {
      let count = min(Tile.columns, columns &- column)
      let panel = panels + column &* depth
      if product.transposesB {
        let place = b + column &* stride
        Packing.interleave(place, stride: stride, count: count, depth: depth, width: Tile.columns, into: panel)
      } else if !readsInPlace(product, width: count) {
        Packing.copy(b + column, stride: stride, count: count, depth: depth, width: Tile.columns, into: panel)
      }
      column &+= Tile.columns
    }
  }

  /// C ← β C, what a product of depth 0 is.
  @_alwaysEmitIntoClient @inline(__always)
  static func scale(_ c: UnsafeMutablePointer<Element>, by beta: Element, _ product: MatrixProduct) {
    var row = 0
    while row < product.rows {
      let place = c + row &* product.strideC
      var column = 0
      while column < product.columns {
        place[column] = beta == 0 ? 0 : beta * place[column]
        column &+= 1
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always) static func min(_ left: Int, _ right: Int) -> Int {
    left < right ? left : right
  }
}
