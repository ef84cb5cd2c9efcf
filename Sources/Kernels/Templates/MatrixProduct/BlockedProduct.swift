/// A matrix product in cache-sized blocks: packed panels of A and B, and a register tile that runs over them.
///
/// Every element of C is, for each block of 512 along the depth, one chain of multiply-adds from 0 in the order of k;
/// the blocks' sums, times α, are added to β C in order. So neither the tile's shape nor where C is cut changes a bit.
///
/// A block of B, as many columns as fit a cache, is packed first. Then A is packed panel by panel, each of a tile's rows,
/// and each runs over the whole block: it stays in a near cache while B streams by. Later blocks of B at the same place along
/// the depth find A packed. Few rows read B, and few columns A, where it is stored.
public enum BlockedProduct<Tile: MatrixTile> {
  /// The element type.
  public typealias Element = Tile.Element

  // The depth block is part of the result's definition: the same for all instruction sets and types.
  @_alwaysEmitIntoClient @inline(__always) static var depthBlock: Int { 512 }

  // Fewer rows are done before what is packed of a transposed B has left the nearest caches, if that is little.
  @_alwaysEmitIntoClient @inline(__always) static var manyRows: Int { 256 }

  /// Whether tiles transpose columns of B on their way: where there is one tile for them all, none would read again what was
  /// packed. A is packed then, however few columns there are.
  @_alwaysEmitIntoClient @inline(__always) static func transposesInTiles(_ product: MatrixProduct) -> Bool {
    product.transposesB && product.rows <= Tile.rows
  }

  /// Columns of B in a block, in whole tiles: about as many as fill `bytes`, in nearly equal parts, for a few left over would
  /// be a block of their own; all where B is not packed.
  @_alwaysEmitIntoClient @inline(__always) static func columnBlock(_ product: MatrixProduct, _ bytes: Int) -> Int {
    let bytes = product.transposesB && product.rows <= manyRows ? lesser(bytes, 1 << 17) : bytes
    let most =
      greater(1, bytes / (depthBlock &* Tile.columns &* MemoryLayout<Element>.stride) &* 5 / 4) &* Tile.columns
    var columns = product.columns
    if columns > most && !transposesInTiles(product) {
      let parts = (columns &+ most &- 1) / most
      columns = (columns &+ parts &- 1) / parts
    }
    return (columns &+ Tile.columns &- 1) / Tile.columns &* Tile.columns
  }

  /// Rows of each tile but the last: nearly equal heights, for a low tile would wait for its own sums.
  @_alwaysEmitIntoClient @inline(__always) public static func tileRows(_ rows: Int) -> Int {
    let tiles = (rows &+ Tile.rows &- 1) / Tile.rows
    return greater(1, (rows &+ tiles &- 1) / greater(1, tiles))
  }

  /// Whether A's panels are kept for the next columns of B.
  @_alwaysEmitIntoClient @inline(__always)
  static func keepsA(_ product: MatrixProduct, blockBytes: Int) -> Bool {
    product.columns > greater(columnBlock(product, blockBytes), ProductBlock<Tile>.columnsWorthPacking)
  }

  /// Rows whose panels of A are kept at a time, in some megabytes, in nearly equal parts; all where none are.
  @_alwaysEmitIntoClient @inline(__always)
  static func rowBlock(_ product: MatrixProduct, blockBytes: Int) -> Int {
    guard keepsA(product, blockBytes: blockBytes) else { return product.rows }
    let limit = (8 << 20) / (depthBlock &* MemoryLayout<Element>.stride)
    let parts = (product.rows &+ limit &- 1) / limit
    return (product.rows &+ parts &- 1) / greater(1, parts)
  }

  /// The step that follows another, or the first: to the next columns, then along the depth; nil after the last.
  @_alwaysEmitIntoClient @inline(__always)
  static func step(after last: ProductStep?, of product: MatrixProduct, blockBytes: Int) -> ProductStep? {
    var next = ProductStep(column: 0, columns: 0, k: 0, depth: 0)
    if let last {
      next.column = last.column &+ last.columns
      next.k = last.k
      if next.column >= product.columns {
        next.column = 0
        next.k &+= last.depth
      }
    }
    if next.k >= product.depth { return nil }
    next.columns = lesser(columnBlock(product, blockBytes), product.columns &- next.column)
    next.depth = lesser(depthBlock, product.depth &- next.k)
    return next
  }

  /// Bytes of scratch memory of a thread, aligned to 64.
  @_alwaysEmitIntoClient @inline(__always) public static var scratchBytes: Int {
    ProductScratch<Tile>.count &* MemoryLayout<Element>.stride
  }

  /// Bytes of the packed panels of a product's largest step: those of B, then those of A that are kept.
  @_alwaysEmitIntoClient @inline(__always)
  public static func panelBytes(_ product: MatrixProduct, blockBytes: Int) -> Int {
    let depth = lesser(depthBlock, product.depth)
    var count = panelCountB(product, blockBytes: blockBytes)
    if keepsA(product, blockBytes: blockBytes) {
      count &+= rowBlock(product, blockBytes: blockBytes) &* depth &+ Packing<Tile>.slack
    }
    return count &* MemoryLayout<Element>.stride
  }

  /// Elements of the packed panels of B.
  @_alwaysEmitIntoClient @inline(__always)
  static func panelCountB(_ product: MatrixProduct, blockBytes: Int) -> Int {
    transposesInTiles(product) ? 0 : columnBlock(product, blockBytes) &* lesser(depthBlock, product.depth)
  }

  /// C ← α op(A) op(B) + β C with what the epilogue says, block by block: at the first block of the depth from β C, then
  /// from what is there.
  @_alwaysEmitIntoClient @inline(__always)
  public static func multiply(
    _ product: MatrixProduct, blockBytes: Int, _ alpha: Double, _ a: UnsafePointer<Element>,
    _ b: UnsafePointer<Element>, _ beta: Double, into c: UnsafeMutablePointer<Element>,
    _ epilogue: ProductEpilogue<Element>, panels: UnsafeMutableRawPointer, scratch: UnsafeMutableRawPointer
  ) {
    let scratch = ProductScratch<Tile>(scratch)
    scratch.factors[0] = Element(alpha)
    let panels = panels.assumingMemoryBound(to: Element.self)
    let rowBlock = rowBlock(product, blockBytes: blockBytes)
    var row = 0
    while row < product.rows {
      var part = product
      part.rows = lesser(rowBlock, product.rows &- row)
      let places = (a: row &* (product.transposesA ? 1 : product.strideA), c: row &* product.strideC)
      multiplyRows(part, blockBytes: blockBytes, a + places.a, b, beta, into: c + places.c, epilogue, panels, scratch)
      row &+= part.rows
    }
  }

  /// The same for as many rows as their panels are kept of.
  @_alwaysEmitIntoClient @inline(__always)
  static func multiplyRows(
    _ product: MatrixProduct, blockBytes: Int, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, _ beta: Double,
    into c: UnsafeMutablePointer<Element>, _ epilogue: ProductEpilogue<Element>,
    _ panels: UnsafeMutablePointer<Element>, _ scratch: ProductScratch<Tile>
  ) {
    let keepsA = keepsA(product, blockBytes: blockBytes)
    let panelsA = panels + panelCountB(product, blockBytes: blockBytes)
    var next = step(after: nil, of: product, blockBytes: blockBytes)
    while let step = next {
      let block = ProductBlock<Tile>(product, step, b, panelsB: panels, keptA: keepsA ? panelsA : nil)
      block.packB()
      let c = c + step.column
      var old = UnsafePointer(c)
      var oldStrides = (row: product.strideC, column: 1)
      if step.k == 0 {
        if let bias = epilogue.bias {
          old = bias + step.column
          oldStrides = (0, 1)
        } else if beta == 0 {
          old = UnsafePointer(scratch.zeros)
          oldStrides = (0, 0)
        }
      }
      scratch.factors[1] = step.k > 0 || epilogue.bias != nil ? 1 : Element(beta)
      scratch.factors[2] = epilogue.rectifies && step.k &+ step.depth == product.depth ? 0 : -.infinity
      block.multiply(a, old: old, oldStrides: oldStrides, into: c, scratch)
      next = Self.step(after: step, of: product, blockBytes: blockBytes)
    }
  }

  /// What a product of depth 0 is: β C, or the bias in every row.
  @_alwaysEmitIntoClient @inline(__always)
  public static func finish(
    _ c: UnsafeMutablePointer<Element>, _ product: MatrixProduct, _ beta: Double, _ epilogue: ProductEpilogue<Element>
  ) {
    var row = 0
    while row < product.rows {
      let place = c + row &* product.strideC
      var column = 0
      while column < product.columns {
        var result = beta == 0 ? 0 : Element(beta) * place[column]
        if let bias = epilogue.bias { result = bias[column] }
        place[column] = epilogue.rectifies && result < 0 ? 0 : result
        column &+= 1
      }
      row &+= 1
    }
  }
}

// The standard library's are generic: what is compiled of them here the linker could give to other code.
@_alwaysEmitIntoClient @inline(__always) func lesser(_ left: Int, _ right: Int) -> Int { left < right ? left : right }
@_alwaysEmitIntoClient @inline(__always) func greater(_ left: Int, _ right: Int) -> Int { left < right ? right : left }
