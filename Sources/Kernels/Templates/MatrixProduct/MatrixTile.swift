/// The register tile of a matrix product: a few rows of C, two vectors wide, held in registers while the depth runs.
///
/// An instruction-set build chooses the vector and the number of rows so that the accumulators fill its registers.
public protocol MatrixTile: Sendable {
  /// The type of one element.
  associatedtype Element: BinaryFloatingPoint & SIMDScalar
  /// One register of elements.
  associatedtype Vector: SIMD where Vector.Scalar == Element
  /// Rows of the tile.
  static var rows: Int { get }
  /// Lane by lane, a × b + c, by one instruction where the set has one.
  static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector
  /// Sums `depth` outer products of a packed panel of A and rows of B, and hands the rows of the result to `target`.
  static func accumulate(
    depth: Int, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, strideB: Int, into target: TileTarget<Self>)
}

extension MatrixTile {
  /// Columns of the tile.
  @_alwaysEmitIntoClient @inline(__always) static var columns: Int { 2 &* Vector.scalarCount }

  @_alwaysEmitIntoClient @inline(__always) static func load(_ source: UnsafePointer<Element>) -> Vector {
    UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  }
}
