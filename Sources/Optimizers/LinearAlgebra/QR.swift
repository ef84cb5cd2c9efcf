/// The QR decomposition of a matrix, A = Q R, by Householder's reflections.
///
/// For m × n, Q is m × min(m, n) with orthonormal columns, whatever the rank, and R is upper triangular (trapezoidal where
/// m < n); the diagonal of R may have either sign. In +, −, ·, / and √ alone and in a fixed order, so the same bits on
/// every machine. Householder 1958 (doi:10.1145/320941.320947).
public struct QR<S: Scalar>: Sendable where S.Accumulator == S {
  /// Q, with orthonormal columns.
  public let orthogonal: Tensor<S>
  /// R, upper triangular.
  public let triangular: Tensor<S>

  /// The decomposition of a matrix; traps for tensors of another rank.
  public init(of matrix: Tensor<S>) {
    require(matrix.shape.rank == 2, "a QR decomposition is that of a matrix, not of shape \(matrix.shape)")
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    var work = Reflections(rows: rows, columns: columns, elements: matrix.transposed([1, 0]).elements)
    work.run()
    triangular = Tensor([columns, work.count], work.triangle).transposed([1, 0])
    orthogonal = Tensor([work.count, rows], work.orthogonal).transposed([1, 0])
  }
}

/// The columns of a matrix, one after the other, and the reflections that make it triangular.
private struct Reflections<S: Scalar> {
  let rows: Int
  let columns: Int
  /// The number of reflections, and of columns of Q.
  let count: Int
  /// Column by column: at first the matrix, in the end R above the diagonal and the reflections' vectors below.
  var elements: [S]
  /// The vector v of the last reflection 1 − factor v vᵀ, with its first element 1.
  private var vector: [S]
  /// The factor of each reflection.
  private var factors: [S]
  /// R, column by column.
  var triangle: [S]
  /// Q, column by column.
  var orthogonal: [S]

  init(rows: Int, columns: Int, elements: [S]) {
    self.rows = rows
    self.columns = columns
    count = min(rows, columns)
    self.elements = elements
    vector = Array(repeating: 0, count: rows)
    factors = Array(repeating: 0, count: count)
    triangle = Array(repeating: 0, count: columns * count)
    orthogonal = Array(repeating: 0, count: count * rows)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  mutating func run() {
    for column in 0..<count {
      findReflection(column)
      loadVector(column)
      for other in column + 1..<max(columns, column + 1) {
        applyReflection(to: &elements, from: other * rows, along: vector, factors[column], first: column)
      }
    }
    for column in 0..<columns {
      for row in 0..<min(column + 1, count) { triangle[column * count + row] = elements[column * rows + row] }
    }
    for column in 0..<count { orthogonal[column * rows + column] = 1 }
    for column in (0..<count).reversed() {
      loadVector(column)
      for other in column..<count {
        applyReflection(to: &orthogonal, from: other * rows, along: vector, factors[column], first: column)
      }
    }
  }

  /// Finds the reflection that takes a column to a multiple of a unit vector, which is written to the diagonal.
  @inline(__always)
  private mutating func findReflection(_ column: Int) {
    let start = column * rows
    var largest: S = 0
    for row in column..<rows where !(elements[start + row].magnitude <= largest) {
      largest = elements[start + row].magnitude
    }
    // A column of zeros is triangular as it is: the reflection is the identity.
    guard largest != 0 else { return }
    var squares: S = 0
    for row in column..<rows {
      let scaled = elements[start + row] / largest
      squares += scaled * scaled
    }
    let norm = largest * squares.squareRoot()
    let head = elements[start + column]
    let image = head > 0 ? -norm : norm
    for row in column + 1..<max(rows, column + 1) { elements[start + row] /= head - image }
    factors[column] = (image - head) / image
    elements[start + column] = image
  }

  /// Copies out the vector of a reflection, so that columns can be changed while it is read.
  @inline(__always)
  private mutating func loadVector(_ column: Int) {
    vector[column] = 1
    for row in column + 1..<max(rows, column + 1) { vector[row] = elements[column * rows + row] }
  }
}

/// Applies the reflection 1 − factor v vᵀ, whose vector begins at `first`, to a column that starts at `start`.
@inline(__always)
private func applyReflection<S: Scalar>(
  to target: inout [S], from start: Int, along vector: [S], _ factor: S, first: Int
) {
  var product: S = 0
  for row in first..<vector.count { product += vector[row] * target[start + row] }
  product *= factor
  for row in first..<vector.count { target[start + row] -= product * vector[row] }
}
