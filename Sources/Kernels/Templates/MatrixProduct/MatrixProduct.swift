/// The shape of a general matrix product, C ← α op(A) op(B) + β C, on row-major matrices.
///
/// op(A) is `rows` × `depth`, op(B) is `depth` × `columns`, C is `rows` × `columns`. A transposed operand is stored the
/// other way round (A as `depth` × `rows`). A stride is the distance in elements between the starts of two stored rows; 0 in A or B
/// makes one stored row stand for all.
/// With β = 0, C is written without being read, so it may hold anything, NaN included. There may be several products of
/// one shape, their matrices at equal distances: a batch.
public struct MatrixProduct: Sendable {
  /// Rows of C and of op(A).
  public var rows: Int
  /// Columns of C and of op(B).
  public var columns: Int
  /// Columns of op(A) and rows of op(B): the number of products summed for each element of C.
  public var depth: Int
  /// Whether A is stored transposed.
  public var transposesA: Bool
  /// Whether B is stored transposed.
  public var transposesB: Bool
  /// Elements from one stored row of A to the next.
  public var strideA: Int
  /// Elements from one stored row of B to the next.
  public var strideB: Int
  /// Elements from one row of C to the next.
  public var strideC: Int

  /// The number of products.
  public var batches: Int
  /// Elements from one product's A, B and C to the next one's.
  public var batchStrides: (a: Int, b: Int, c: Int)

  /// A product of matrices; strides are those of gap-free matrices unless given.
  public init(
    rows: Int, columns: Int, depth: Int, transposesA: Bool = false, transposesB: Bool = false, strideA: Int? = nil,
    strideB: Int? = nil, strideC: Int? = nil, batches: Int = 1
  ) {
    precondition(
      rows >= 0 && columns >= 0 && depth >= 0 && batches >= 0, "a matrix product needs sizes of zero or more")
    self.rows = rows
    self.columns = columns
    self.depth = depth
    self.transposesA = transposesA
    self.transposesB = transposesB
    self.strideA = strideA ?? (transposesA ? rows : depth)
    self.strideB = strideB ?? (transposesB ? depth : columns)
    self.strideC = strideC ?? columns
    self.batches = batches
    batchStrides = (
      self.strideA * (transposesA ? depth : rows), self.strideB * (transposesB ? columns : depth), self.strideC * rows
    )
  }
}
