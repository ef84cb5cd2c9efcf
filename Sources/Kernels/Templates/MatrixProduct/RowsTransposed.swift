/// The sums of a row's product with a matrix that is stored transposed, so that each column's elements are neighbors.
///
/// A vector of columns is summed at a time: four elements of each are transposed in registers, which makes one vector for
/// each k. A whole line of each is used up before the next columns', for lines a power of two apart displace one
/// another; and the chains of several such groups run at the same time.
@usableFromInline enum RowsTransposed<Tile: MatrixTile> {
  @usableFromInline typealias Column = Tile.Column
  @usableFromInline typealias Input = UnsafePointer<Tile.Element>

  /// Adds `depth` products to each of `width` sums.
  @_alwaysEmitIntoClient @inline(__always)
  static func add(
    _ b: Input, stride: Int, _ factors: Input, depth: Int, width: Int, _ scratch: RowScratch<Tile>
  ) {
    let lanes = Column.scalarCount
    let line = Tile.elementsInLine
    var k = 0
    while k < depth {
      let count = lesser(line, depth &- k)
      var column = 0
      while column &+ lanes <= width {
        add(b + (column &* stride &+ k), stride: stride, factors + k, count: count, to: scratch.sums + column)
        column &+= lanes
      }
      if column < width {
        add(b + ((width &- lanes) &* stride &+ k), stride: stride, factors + k, count: count, to: scratch.last)
      }
      k &+= count
    }
    scratch.takeLast(width % lanes, of: lanes, width: width)
  }

  /// Adds up to a cache line of products to each of a vector of sums.
  @_alwaysEmitIntoClient @inline(__always)
  static func add(
    _ b: Input, stride: Int, _ factors: Input, count: Int, to place: UnsafeMutablePointer<Tile.Element>
  ) {
    let line = Tile.elementsInLine
    var sum = UnsafeRawPointer(place).loadUnaligned(as: Column.self)
    var k = 0
    if count == line {
      // Not a loop, of which the compiler would have each turn find all addresses again.
      sum = addFour(b, stride: stride, factors, to: sum)
      sum = addFour(b + 4, stride: stride, factors + 4, to: sum)
      if line > 8 {
        sum = addFour(b + 8, stride: stride, factors + 8, to: sum)
        sum = addFour(b + 12, stride: stride, factors + 12, to: sum)
      }
      k = line
    }
    while k < count {
      var column = Column(repeating: 0)
      var i = 0
      while i < Column.scalarCount {
        column[i] = b[i &* stride &+ k]
        i &+= 1
      }
      sum = Tile.multiplyAdd(Column(repeating: factors[k]), column, sum)
      k &+= 1
    }
    UnsafeMutableRawPointer(place).storeBytes(of: sum, as: Column.self)
  }

  /// Four products for each sum.
  @_alwaysEmitIntoClient @inline(__always)
  static func addFour(_ b: Input, stride: Int, _ factors: Input, to sum: Column) -> Column {
    let columns = Tile.transposed(b, stride: stride)
    var sum = Tile.multiplyAdd(Column(repeating: factors[0]), columns.0, sum)
    sum = Tile.multiplyAdd(Column(repeating: factors[1]), columns.1, sum)
    sum = Tile.multiplyAdd(Column(repeating: factors[2]), columns.2, sum)
    return Tile.multiplyAdd(Column(repeating: factors[3]), columns.3, sum)
  }
}
