/// The shape of a product of a matrix of patches, which is never stored, and a packed matrix: C ← P Bᵀ + what is given.
///
/// P's element at row i and column k is the image's at `rowOffsets[i] + depthOffsets[k]`. So it is for the patches that a
/// window meets as it slides over an image whose borders are stored with it, whatever its stride, dilation and number of
/// axes; and for those patches transposed. Rows at equal distances from one another are computed together.
public struct PatchProduct {
  /// Rows of P and of C.
  public var rows: Int
  /// Rows of B, columns of C.
  public var columns: Int
  /// Columns of P and of B: the number of products summed for each element of C.
  public var depth: Int
  /// Where each row of P begins in the image.
  public var rowOffsets: UnsafePointer<Int>
  /// How far behind that each column lies.
  public var depthOffsets: UnsafePointer<Int>
  /// Whether C is stored the other way round: a row for each row of B.
  public var transposesC: Bool
  /// Elements from one stored row of C to the next.
  public var strideC: Int
  /// Whether the product is added to C, which is not stored the other way round then.
  public var accumulates = false
  /// Whether negative results become 0, as by a rectified linear unit; NaN stays.
  public var rectifies = false
  /// Whether threads share the product: not where each already has an image of its own.
  public var isShared = false

  /// A product of the given sizes.
  public init(
    rows: Int, columns: Int, depth: Int, rowOffsets: UnsafePointer<Int>, depthOffsets: UnsafePointer<Int>,
    transposesC: Bool, strideC: Int
  ) {
    precondition(rows >= 0 && columns >= 0 && depth >= 1, "a product with patches needs a depth of 1 or more")
    self.rows = rows
    self.columns = columns
    self.depth = depth
    self.rowOffsets = rowOffsets
    self.depthOffsets = depthOffsets
    self.transposesC = transposesC
    self.strideC = strideC
  }

  /// Elements of a packed matrix of so many rows at most, on any instruction set.
  public static func packedCount(rows: Int, depth: Int) -> Int { (rows + 31) / 32 * 32 * depth }
}
