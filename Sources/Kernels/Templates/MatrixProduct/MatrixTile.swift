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
  /// The most rows of a tile.
  static var rows: Int { get }
  /// Whether a turn of the loop takes two columns of A: sums that an operation replaces, where none adds in place, then
  /// end in the registers in which they began.
  static var takesTwoColumns: Bool { get }
  /// Lane by lane, a × b + c, by one instruction where the set has one.
  static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector
  /// The same.
  static func multiplyAdd(_ a: Column, _ b: Column, _ c: Column) -> Column
  /// Adds products to sums of as many columns as have a lane, each stored as a row `stride` from the last: 16 bytes of
  /// neighbors along the depth, in order, times their factors.
  static func addTransposed(
    _ source: UnsafePointer<Element>, stride: Int, _ factors: UnsafePointer<Element>, _ sum: Column
  ) -> Column
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
    var a = call.a
    var b = call.b
    var k = 0
    if let offsets = call.offsets {
      while k < call.depth {
        sums.add(a + offsets[k], stride: call.strideA, Sums.Row(loading: b))
        b += call.strideB
        k &+= 1
      }
    }
    while takesTwoColumns && k &+ 1 < call.depth {
      sums.add(a, stride: call.strideA, Sums.Row(loading: b))
      sums.add(a + call.stepA, stride: call.strideA, Sums.Row(loading: b + call.strideB))
      a += 2 &* call.stepA
      b += 2 &* call.strideB
      k &+= 2
    }
    while k < call.depth {
      sums.add(a, stride: call.strideA, Sums.Row(loading: b))
      a += call.stepA
      b += call.strideB
      k &+= 1
    }
    sums.finish(call.target)
  }
}
