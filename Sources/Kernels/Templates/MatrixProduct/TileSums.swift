/// One row of a tile's sums, or of B: vectors beside one another, in registers.
///
/// Rows and tiles are types built from their parts, so that every sum is a variable of its own when the loop is compiled:
/// only those stay in registers.
public protocol TileRow {
  /// The instruction set's contribution.
  associatedtype Tile: MatrixTile
  /// Vectors in the row.
  static var vectors: Int { get }
  /// Zeros.
  init()
  /// The elements at an address.
  init(loading source: UnsafePointer<Tile.Element>)
  /// Adds a row, each element times the factor.
  mutating func add(_ factor: Tile.Vector, _ row: Self)
  /// Hands the sums to their target.
  func finish(_ target: TileTarget<Tile>)
}

/// A row of one vector.
@frozen public struct OneVector<Tile: MatrixTile>: TileRow {
  @usableFromInline var raw: Tile.Vector

  @_alwaysEmitIntoClient @inline(__always) public static var vectors: Int { 1 }
  @_alwaysEmitIntoClient @inline(__always) public init() { raw = Tile.Vector(repeating: 0) }
  @_alwaysEmitIntoClient @inline(__always) public init(loading source: UnsafePointer<Tile.Element>) {
    raw = UnsafeRawPointer(source).loadUnaligned(as: Tile.Vector.self)
  }
  @_alwaysEmitIntoClient @inline(__always) public mutating func add(_ factor: Tile.Vector, _ row: Self) {
    raw = Tile.multiplyAdd(factor, row.raw, raw)
  }
  @_alwaysEmitIntoClient @inline(__always)
  public func finish(_ target: TileTarget<Tile>) { target.finish(raw) }
}

/// A row of two parts.
@frozen public struct Beside<Left: TileRow, Right: TileRow>: TileRow where Left.Tile == Right.Tile {
  @usableFromInline var left: Left
  @usableFromInline var right: Right

  @_alwaysEmitIntoClient @inline(__always) public static var vectors: Int { Left.vectors &+ Right.vectors }
  @_alwaysEmitIntoClient @inline(__always) public init() {
    left = Left()
    right = Right()
  }
  @_alwaysEmitIntoClient @inline(__always) public init(loading source: UnsafePointer<Left.Tile.Element>) {
    left = Left(loading: source)
    right = Right(loading: source + Self.width)
  }
  @_alwaysEmitIntoClient @inline(__always) public mutating func add(_ factor: Left.Tile.Vector, _ row: Self) {
    left.add(factor, row.left)
    right.add(factor, row.right)
  }
  @_alwaysEmitIntoClient @inline(__always)
  public func finish(_ target: TileTarget<Left.Tile>) {
    left.finish(target)
    right.finish(target.at(row: 0, column: Self.width))
  }
  @_alwaysEmitIntoClient @inline(__always) static var width: Int { Left.vectors &* Left.Tile.Vector.scalarCount }
}

/// The sums of a tile: rows above one another, in registers.
public protocol TileSums {
  /// The instruction set's contribution.
  associatedtype Tile where Tile == Row.Tile
  /// One row.
  associatedtype Row: TileRow
  /// The number of rows.
  static var rows: Int { get }
  /// Zeros.
  init()
  /// Adds the outer product of a column of A and a row of B.
  mutating func add<Column: TileColumn>(_ a: Column, _ b: Row) where Column.Element == Row.Tile.Element
  /// Hands the sums to their target.
  func finish(_ target: TileTarget<Row.Tile>)
}

/// A tile of one row.
@frozen public struct OneRow<Row: TileRow>: TileSums {
  /// The instruction set's contribution.
  public typealias Tile = Row.Tile
  @usableFromInline var row: Row

  @_alwaysEmitIntoClient @inline(__always) public static var rows: Int { 1 }
  @_alwaysEmitIntoClient @inline(__always) public init() { row = Row() }
  @_alwaysEmitIntoClient @inline(__always)
  public mutating func add<Column: TileColumn>(_ a: Column, _ b: Row) where Column.Element == Row.Tile.Element {
    row.add(Row.Tile.Vector(repeating: a.first), b)
  }
  @_alwaysEmitIntoClient @inline(__always)
  public func finish(_ target: TileTarget<Row.Tile>) { row.finish(target) }
}

/// A tile of two parts.
@frozen public struct Above<Upper: TileSums, Lower: TileSums>: TileSums where Upper.Row == Lower.Row {
  /// The instruction set's contribution.
  public typealias Tile = Upper.Row.Tile
  /// One row.
  public typealias Row = Upper.Row
  @usableFromInline var upper: Upper
  @usableFromInline var lower: Lower

  @_alwaysEmitIntoClient @inline(__always) public static var rows: Int { Upper.rows &+ Lower.rows }
  @_alwaysEmitIntoClient @inline(__always) public init() {
    upper = Upper()
    lower = Lower()
  }
  @_alwaysEmitIntoClient @inline(__always)
  public mutating func add<Column: TileColumn>(_ a: Column, _ b: Row) where Column.Element == Row.Tile.Element {
    upper.add(a, b)
    lower.add(a.dropping(Upper.rows), b)
  }
  @_alwaysEmitIntoClient @inline(__always)
  public func finish(_ target: TileTarget<Row.Tile>) {
    upper.finish(target)
    lower.finish(target.at(row: Upper.rows, column: 0))
  }
}
