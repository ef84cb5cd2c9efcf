/// Products of patches and a packed matrix, compiled for one instruction set.
///
/// The tiles are those of `BlockedProduct`: a tile's rows are patches, its columns rows of B. The tile reads the image
/// where it is, by a table that says how far apart the columns of P are. Each element is summed in blocks of the depth, each
/// a chain of multiply-adds from 0 in the order of k, and the blocks' sums added in order; so how C is cut changes no bit.
public enum PatchKernel<Tile: MatrixTile> {
  /// The element type.
  public typealias Element = Tile.Element
  @usableFromInline typealias Sweep = PanelSweep<Tile>

  /// Packs B in panels of as many rows as a tile has columns, block after block of the depth in each.
  @_alwaysEmitIntoClient @inline(__always)
  public static func pack(
    _ b: UnsafePointer<Element>, stride: Int, rows: Int, depth: Int, into packed: UnsafeMutablePointer<Element>
  ) {
    var row = 0
    while row < rows {
      let count = lesser(Tile.columns, rows &- row)
      Packing<Tile>.interleave(
        b + row &* stride, stride: stride, count: count, readable: count, depth: depth, width: Sweep.panelWidth(count),
        into: packed + row &* depth)
      row &+= Tile.columns
    }
  }

  /// Bytes of a workspace, aligned to 64.
  @_alwaysEmitIntoClient @inline(__always) public static var workspaceBytes: Int {
    (ProductScratch<Tile>.count &+ (Tile.rows &+ 1) &* Tile.columns) &* MemoryLayout<Element>.stride
  }

  /// Rows of P from one to before another, all columns of C: the product, plus a bias for each column if there is one, or
  /// plus C where the product accumulates.
  @_alwaysEmitIntoClient @inline(__always)
  public static func multiply(
    _ product: PatchProduct, from first: Int, to end: Int, _ image: UnsafePointer<Element>,
    _ packed: UnsafePointer<Element>, bias: UnsafePointer<Element>?, into c: UnsafeMutablePointer<Element>,
    workspace: UnsafeMutableRawPointer
  ) {
    let scratch = ProductScratch<Tile>(workspace)
    let biases = workspace.assumingMemoryBound(to: Element.self) + ProductScratch<Tile>.count
    scratch.factors[0] = 1
    var column = 0
    while column < product.columns {
      let width = lesser(Tile.columns, product.columns &- column)
      var i = 0
      while i < Tile.columns {
        biases[i] = 0
        if let bias, i < width { biases[i] = bias[column &+ i] }
        i &+= 1
      }
      let panel = PatchPanel<Tile>(
        product: product, image: image, panel: packed + column &* product.depth, column: column, width: width,
        c: c, biases: bias == nil ? nil : UnsafePointer(biases), scratch: scratch, tile: biases + Tile.columns)
      var row = first
      while row < end {
        // A run of rows at equal distances, in tiles of nearly equal heights.
        let run = equallySpaced(product.rowOffsets + row, upTo: end &- row)
        let height = BlockedProduct<Tile>.tileRows(run.count)
        var done = 0
        while done < run.count {
          let rows = lesser(height, run.count &- done)
          panel.multiply(row: row &+ done, rows: rows, stride: run.stride)
          done &+= rows
        }
        row &+= run.count
      }
      column &+= Tile.columns
    }
  }

  /// How many offsets are at equal distances, and the distance.
  @_alwaysEmitIntoClient @inline(__always)
  static func equallySpaced(_ offsets: UnsafePointer<Int>, upTo limit: Int) -> (count: Int, stride: Int) {
    if limit < 2 { return (1, 0) }
    let stride = offsets[1] &- offsets[0]
    var count = 2
    while count < limit && offsets[count] &- offsets[count &- 1] == stride { count &+= 1 }
    return (count, stride)
  }
}
