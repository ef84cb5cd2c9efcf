/// Columns of B that are stored one after the other.
@frozen public struct StoredColumns<Element> {
  /// The first element of the first.
  @usableFromInline let start: UnsafePointer<Element>
  /// Elements from one to the next.
  @usableFromInline let stride: Int
  /// The number of them, up to a tile's.
  @usableFromInline let count: Int

  @_alwaysEmitIntoClient @inline(__always) init(start: UnsafePointer<Element>, stride: Int, count: Int) {
    self.start = start
    self.stride = stride
    self.count = count
  }
}

/// One tile to be computed: its shape, its operands, and where its sums go.
@frozen public struct TileCall<Tile: MatrixTile> {
  /// Rows of the tile.
  @usableFromInline var rows: Int
  /// Whether the tile is one vector wide, not two.
  @usableFromInline var isNarrow: Bool
  /// The number of products summed for each element.
  @usableFromInline var depth: Int
  /// The rows of A.
  @usableFromInline var a: TileSource<Tile>
  /// Where the columns of A begin, in place of steps of equal length.
  @usableFromInline var offsets: UnsafePointer<Int>?
  /// B: rows `strideB` apart.
  @usableFromInline var b: UnsafePointer<Tile.Element>
  @usableFromInline var strideB: Int
  /// Where B is stored transposed, if its rows are yet to be made: a cache line's worth at a time, at `b`. A must be packed.
  @usableFromInline var columnsB: StoredColumns<Tile.Element>?
  /// Where the sums go.
  @usableFromInline var target: TileTarget<Tile>

  @_alwaysEmitIntoClient @inline(__always)
  init(
    rows: Int, depth: Int, a: TileSource<Tile>, b: UnsafePointer<Tile.Element>, strideB: Int, target: TileTarget<Tile>
  ) {
    self.rows = rows
    isNarrow = false
    self.depth = depth
    self.a = a
    self.b = b
    self.strideB = strideB
    self.target = target
  }

  @_alwaysEmitIntoClient @inline(__always)
  func run<Sums: TileSums>(_ sums: Sums.Type) where Sums.Tile == Tile { Tile.accumulate(sums, self) }

  /// Runs a tile of one to four rows.
  @_alwaysEmitIntoClient @inline(__always) public func runUpToFourRows() {
    if isNarrow { runUpToFour(OneVector<Tile>.self) } else { runUpToFour(TwoVectors.self) }
  }

  /// Runs a tile of one to six rows.
  @_alwaysEmitIntoClient @inline(__always) public func runUpToSixRows() {
    if isNarrow { runUpToSix(OneVector<Tile>.self) } else { runUpToSix(TwoVectors.self) }
  }

  /// Runs a tile of one to fourteen rows.
  @_alwaysEmitIntoClient @inline(__always) public func runUpToFourteenRows() {
    if isNarrow { runUpToFourteen(OneVector<Tile>.self) } else { runUpToFourteen(TwoVectors.self) }
  }

  @usableFromInline typealias TwoVectors = Beside<OneVector<Tile>, OneVector<Tile>>
  @usableFromInline typealias Two<Row: TileRow> = Above<OneRow<Row>, OneRow<Row>>
  @usableFromInline typealias Four<Row: TileRow> = Above<Two<Row>, Two<Row>>
  @usableFromInline typealias Six<Row: TileRow> = Above<Four<Row>, Two<Row>>
  @usableFromInline typealias Eight<Row: TileRow> = Above<Four<Row>, Four<Row>>
  @usableFromInline typealias Ten<Row: TileRow> = Above<Eight<Row>, Two<Row>>
  @usableFromInline typealias Twelve<Row: TileRow> = Above<Eight<Row>, Four<Row>>
  @usableFromInline typealias Fourteen<Row: TileRow> = Above<Eight<Row>, Six<Row>>

  @_alwaysEmitIntoClient @inline(__always)
  func runUpToFour<Row: TileRow>(_ row: Row.Type) where Row.Tile == Tile {
    switch rows {
    case 1: run(OneRow<Row>.self)
    case 2: run(Two<Row>.self)
    case 3: run(Above<Two<Row>, OneRow<Row>>.self)
    default: run(Four<Row>.self)
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  func runUpToSix<Row: TileRow>(_ row: Row.Type) where Row.Tile == Tile {
    switch rows {
    case 5: run(Above<Four<Row>, OneRow<Row>>.self)
    case 6: run(Six<Row>.self)
    default: runUpToFour(row)
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  func runUpToFourteen<Row: TileRow>(_ row: Row.Type) where Row.Tile == Tile {
    switch rows {
    case 7: run(Above<Six<Row>, OneRow<Row>>.self)
    case 8: run(Eight<Row>.self)
    case 9: run(Above<Eight<Row>, OneRow<Row>>.self)
    case 10: run(Ten<Row>.self)
    case 11: run(Above<Ten<Row>, OneRow<Row>>.self)
    case 12: run(Twelve<Row>.self)
    case 13: run(Above<Twelve<Row>, OneRow<Row>>.self)
    case 14: run(Fourteen<Row>.self)
    default: runUpToSix(row)
    }
  }
}
