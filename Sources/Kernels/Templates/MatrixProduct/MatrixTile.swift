/// The register tile of a matrix product: what an instruction-set build contributes.
///
/// A tile is some rows of C, one or two vectors wide, whose sums stay in registers while the depth runs. A build says how
/// its vector multiplies and adds, how many rows of two vectors its registers hold, and where its loops are compiled.
public protocol MatrixTile: Sendable {
  /// The type of one element.
  associatedtype Element: BinaryFloatingPoint & SIMDScalar
  /// One register of elements.
  associatedtype Vector: SIMD where Vector.Scalar == Element
  /// One element of each of some columns: half a cache line of them, or a whole one.
  associatedtype Column: SIMD where Column.Scalar == Element
  /// The most rows of a tile; no more than it has columns.
  static var rows: Int { get }
  /// Whether a turn of the loop takes two columns of A: sums that an operation replaces, where none adds in place, then
  /// end in the registers in which they began.
  static var takesTwoColumns: Bool { get }
  /// Lane by lane, a × b + c, by one instruction where the set has one.
  static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector
  /// The same.
  static func multiplyAdd(_ a: Column, _ b: Column, _ c: Column) -> Column
  /// Four neighbors from each of as many rows as a column has lanes, `stride` apart: the first of each, and so on.
  static func transposed(_ source: UnsafePointer<Element>, stride: Int) -> (Column, Column, Column, Column)
  /// `interleave`, compiled apart from the loops of the tiles.
  static func transpose(
    _ columns: StoredColumns<Element>, from k: Int, count: Int, into rows: UnsafeMutablePointer<Element>, width: Int)
  /// Lane by lane, the value, or the floor where it is less; NaN stays.
  static func raise(_ value: Vector, to floor: Vector) -> Vector
  /// `sum`, compiled apart from its callers, or values that they keep in registers push sums out of theirs.
  static func accumulate<Sums: TileSums>(_ sums: Sums.Type, _ call: TileCall<Self>) where Sums.Tile == Self
  /// Runs the loop of a shape: a call of `accumulate` with the type of sums that has as many rows and vectors.
  static func run(_ call: TileCall<Self>)
}

extension MatrixTile {
  /// Columns of the widest tile.
  @_alwaysEmitIntoClient @inline(__always) static var columns: Int { 2 &* Vector.scalarCount }
  @_alwaysEmitIntoClient @inline(__always) public static var takesTwoColumns: Bool { false }

  /// Sums outer products of columns of A and rows of B, and hands them to their target.
  @_alwaysEmitIntoClient @inline(__always)
  public static func sum<Sums: TileSums>(_ sums: Sums.Type, _ call: TileCall<Self>) where Sums.Tile == Self {
    var sums = Sums()
    var b = call.b
    if let offsets = call.offsets {
      var k = 0
      while k < call.depth {
        sums.add(StridedColumn(call.a.start + offsets[k], stride: call.a.stride), Sums.Row(loading: b))
        b += call.strideB
        k &+= 1
      }
    } else if call.a.stride != 1 {
      var a = SpreadColumn(call.a)
      forEachColumn(call.depth) {
        sums.add(a, Sums.Row(loading: b))
        a.advance(by: call.a.step)
        b += call.strideB
      }
    } else {
      var a = call.a.start
      var k = 0
      while k < call.depth {
        var count = call.depth
        if let columns = call.columnsB {
          count = lesser(elementsInLine, call.depth &- k)
          transpose(columns, from: k, count: count, into: UnsafeMutablePointer(mutating: call.b), width: call.strideB)
          b = call.b
        }
        forEachColumn(count) {
          sums.add(StridedColumn(a, stride: 1), Sums.Row(loading: b))
          a += call.a.step
          b += call.strideB
        }
        k &+= count
      }
    }
    sums.finish(call.target)
  }

  /// Makes rows of so many elements of columns.
  @_alwaysEmitIntoClient @inline(__always)
  public static func interleave(
    _ columns: StoredColumns<Element>, from k: Int, count: Int, into rows: UnsafeMutablePointer<Element>, width: Int
  ) {
    Packing<Self>.interleave(
      columns.start + k, stride: columns.stride, count: columns.count, readable: columns.count, depth: count,
      width: width, into: rows)
  }

  @_alwaysEmitIntoClient @inline(__always) static func forEachColumn(_ depth: Int, _ body: () -> Void) {
    var k = 0
    while takesTwoColumns && k &+ 1 < depth {
      body()
      body()
      k &+= 2
    }
    while k < depth {
      body()
      k &+= 1
    }
  }
}
