/// A matrix product in cache-sized blocks: packed panels of A and B, and a register tile that runs over them.
///
/// Every element of C is, for each block of 512 along the depth, one chain of multiply-adds from 0 in the order of k;
/// the blocks' sums, times α, are added to β C in order. So neither the tile's shape nor where C is cut changes a bit.
///
/// A block of B, as many columns as fit a cache, is packed first. Then A is packed panel by panel, each of a tile's rows,
/// and each runs over the whole block: it stays in a near cache while B streams by. Few rows read B, and few columns A,
/// where it is stored.
public enum BlockedProduct<Tile: MatrixTile> {
  /// The element type.
  public typealias Element = Tile.Element

  // The depth block is part of the result's definition: the same for all instruction sets and types.
  @_alwaysEmitIntoClient @inline(__always) static var depthBlock: Int { 512 }

  /// Columns of B in a block: as many whole tiles as fill `bytes`.
  @_alwaysEmitIntoClient @inline(__always) static func columnBlock(_ bytes: Int) -> Int {
    greater(1, bytes / (depthBlock &* Tile.columns &* MemoryLayout<Element>.stride)) &* Tile.columns
  }

  /// Bytes of scratch memory, aligned to 64, that `multiply` needs for blocks of B of so many bytes.
  @_alwaysEmitIntoClient @inline(__always) public static func workspaceBytes(blockBytes: Int) -> Int {
    ProductScratch<Tile>.count(columnBlock: columnBlock(blockBytes)) &* MemoryLayout<Element>.stride
  }

  /// C ← α op(A) op(B) + β C on the calling thread.
  @_alwaysEmitIntoClient @inline(__always)
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Double, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>,
    _ beta: Double, into c: UnsafeMutablePointer<Element>, _ epilogue: ProductEpilogue<Element>, blockBytes: Int,
    workspace: UnsafeMutableRawPointer
  ) {
    if product.depth == 0 { return finish(c, product, Element(beta), epilogue) }
    let scratch = ProductScratch<Tile>(workspace)
    let factors = scratch.factors
    let columnBlock = columnBlock(blockBytes)
    var column = 0
    while column < product.columns {
      let columns = lesser(columnBlock, product.columns &- column)
      var k = 0
      while k < product.depth {
        let depth = lesser(depthBlock, product.depth &- k)
        factors[0] = Element(alpha)
        factors[1] = k > 0 || epilogue.bias != nil ? 1 : Element(beta)
        factors[2] = epilogue.rectifies && k &+ depth == product.depth ? 0 : -.infinity
        let placeA = a + (product.transposesA ? k &* product.strideA : k)
        let placeB = b + (product.transposesB ? column &* product.strideB &+ k : k &* product.strideB &+ column)
        var block = ProductBlock<Tile>(
          product, depth: depth, columns: columns, a: placeA, b: placeB, c: c + column, scratch)
        if k == 0, let bias = epilogue.bias {
          block.old = bias + column
          block.oldStrides = (0, 1)
        } else if k == 0 && beta == 0 {
          block.old = UnsafePointer(scratch.zeros)
          block.oldStrides = (0, 0)
        }
        block.packB()
        block.multiply()
        k &+= depth
      }
      column &+= columns
    }
  }

  /// What a product of depth 0 is: β C, or the bias in every row.
  @_alwaysEmitIntoClient @inline(__always)
  static func finish(
    _ c: UnsafeMutablePointer<Element>, _ product: MatrixProduct, _ beta: Element, _ epilogue: ProductEpilogue<Element>
  ) {
    var row = 0
    while row < product.rows {
      let place = c + row &* product.strideC
      var column = 0
      while column < product.columns {
        var result = beta == 0 ? 0 : beta * place[column]
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
