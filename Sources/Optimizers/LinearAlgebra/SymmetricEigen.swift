/// The eigenvalues and eigenvectors of a symmetric matrix, A = V diag(λ) Vᵀ.
///
/// Householder's reduction to a tridiagonal matrix, then the implicit QL method: about 9 n³ operations, in +, −, ·, / and √
/// alone and in a fixed order, so the same bits on every machine. Bowdler, Martin, Reinsch, Wilkinson 1968
/// (doi:10.1007/BF02161812); Martin, Reinsch, Wilkinson 1968 (doi:10.1007/BF02162162).
public struct SymmetricEigen<S: Scalar>: Sendable where S.Accumulator == S {
  /// λ, ascending; all NaN where the matrix is not finite.
  public let values: Tensor<S>
  /// V, whose column j is a unit eigenvector to eigenvalue j; its sign means nothing.
  public let vectors: Tensor<S>

  /// The decomposition of a square matrix of which only the lower triangle is read; traps for other shapes.
  public init(of matrix: Tensor<S>) {
    let size = matrix.shape.rank == 2 ? matrix.shape[0] : -1
    require(matrix.shape == [size, size], "eigenvectors are those of a square matrix, not of shape \(matrix.shape)")
    var work = Tridiagonalization(size: size, elements: matrix.elements)
    work.run(largest: abs(matrix).reduced(.maximum))
    values = Tensor([size], work.order.map { work.diagonal[$0] })
    vectors = Tensor([size, size], work.order.flatMap { work.row($0) }).transposed([1, 0])
  }
}

/// The state of the two algorithms: vectors by rows, so that inner loops run along memory.
private struct Tridiagonalization<S: Scalar> {
  let size: Int
  /// Row j is what will be eigenvector j; at first, column j of the matrix.
  var rows: [S]
  /// The diagonal, in the end the eigenvalues.
  var diagonal: [S]
  /// The elements beside the diagonal.
  var offDiagonal: [S]
  /// Eigenvalues in ascending order, by their positions.
  var order: [Int]

  init(size: Int, elements: [S]) {
    self.size = size
    rows = elements
    diagonal = Array(repeating: 0, count: size)
    offDiagonal = diagonal
    order = Array(0..<size)
  }

  func row(_ index: Int) -> ArraySlice<S> { rows[index * size..<(index + 1) * size] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  mutating func run(largest: S) {
    guard size > 0 else { return }
    guard largest.isFinite else {
      diagonal = Array(repeating: .nan, count: size)
      rows = Array(repeating: .nan, count: size * size)
      return
    }
    // Squares neither overflow nor vanish in a matrix whose largest element is near 1; a power of 2 rounds nothing.
    let scale: S = largest > 0 ? S(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    for column in 0..<size {
      for row in column..<size {
        let element = rows[row * size + column] / scale
        rows[column * size + row] = element
        rows[row * size + column] = element
      }
    }
    reduce()
    accumulate()
    diagonalize()
    for index in 0..<size { diagonal[index] *= scale }
    // Equal eigenvalues keep their order.
    order.sort { diagonal[$0] == diagonal[$1] ? $0 < $1 : diagonal[$0] < diagonal[$1] }
  }

  /// Reflections make the matrix tridiagonal, from the last row up.
  @inline(__always)
  private mutating func reduce() {
    for j in 0..<size { diagonal[j] = rows[j * size + size - 1] }
    for i in stride(from: size - 1, to: 0, by: -1) {
      var scale: S = 0
      for k in 0..<i { scale += diagonal[k].magnitude }
      var h: S = 0
      if scale == 0 {
        offDiagonal[i] = diagonal[i - 1]
        for j in 0..<i {
          diagonal[j] = rows[j * size + i - 1]
          rows[j * size + i] = 0
          rows[i * size + j] = 0
        }
      } else {
        for k in 0..<i {
          diagonal[k] /= scale
          h += diagonal[k] * diagonal[k]
        }
        let f = diagonal[i - 1]
        let g = f > 0 ? -h.squareRoot() : h.squareRoot()
        offDiagonal[i] = scale * g
        h -= f * g
        diagonal[i - 1] = f - g
        applyReflection(before: i, h)
      }
      diagonal[i] = h
    }
  }

  /// The similarity transformation of the leading i × i matrix by the reflection that `diagonal` holds.
  @inline(__always)
  private mutating func applyReflection(before i: Int, _ h: S) {
    for j in 0..<i { offDiagonal[j] = 0 }
    for j in 0..<i {
      let f = diagonal[j]
      rows[i * size + j] = f
      var g = offDiagonal[j] + rows[j * size + j] * f
      for k in j + 1..<max(i, j + 1) {
        let element = rows[j * size + k]
        g += element * diagonal[k]
        offDiagonal[k] += element * f
      }
      offDiagonal[j] = g
    }
    var f: S = 0
    for j in 0..<i {
      offDiagonal[j] /= h
      f += offDiagonal[j] * diagonal[j]
    }
    let half = f / (h + h)
    for j in 0..<i { offDiagonal[j] -= half * diagonal[j] }
    for j in 0..<i {
      let f = diagonal[j]
      let g = offDiagonal[j]
      for k in j..<i { rows[j * size + k] -= f * offDiagonal[k] + g * diagonal[k] }
      diagonal[j] = rows[j * size + i - 1]
      rows[j * size + i] = 0
    }
  }

  /// Multiplies the reflections into the rows.
  @inline(__always)
  private mutating func accumulate() {
    let last = size - 1
    for i in 0..<last {
      rows[i * size + last] = rows[i * size + i]
      rows[i * size + i] = 1
      let h = diagonal[i + 1]
      if h != 0 {
        for k in 0...i { diagonal[k] = rows[(i + 1) * size + k] / h }
        for j in 0...i {
          var g: S = 0
          for k in 0...i { g += rows[(i + 1) * size + k] * rows[j * size + k] }
          for k in 0...i { rows[j * size + k] -= g * diagonal[k] }
        }
      }
      for k in 0...i { rows[(i + 1) * size + k] = 0 }
    }
    for j in 0..<size {
      diagonal[j] = rows[j * size + last]
      rows[j * size + last] = 0
    }
    rows[last * size + last] = 1
    offDiagonal[0] = 0
  }

  /// The implicit QL method; rotations are applied to the rows.
  @inline(__always)
  private mutating func diagonalize() {
    for i in 1..<max(size, 1) { offDiagonal[i - 1] = offDiagonal[i] }
    offDiagonal[size - 1] = 0
    var shift: S = 0
    var largest: S = 0
    for l in 0..<size {
      let sum = diagonal[l].magnitude + offDiagonal[l].magnitude
      if sum > largest { largest = sum }
      let negligible = S.ulpOfOne * largest
      // The last element beside the diagonal is 0, so the search ends within the matrix.
      var m = l
      while offDiagonal[m].magnitude > negligible { m += 1 }
      // Three iterations are usual; the bound is for matrices on which rounding plays tricks.
      var iteration = 0
      while m > l && offDiagonal[l].magnitude > negligible && iteration < 64 {
        iteration += 1
        sweep(from: l, to: m, &shift)
      }
      diagonal[l] += shift
      offDiagonal[l] = 0
    }
  }

  @inline(__always)
  private mutating func sweep(from l: Int, to m: Int, _ shift: inout S) {
    let g = diagonal[l]
    var p = (diagonal[l + 1] - g) / (2 * offDiagonal[l])
    var r = hypotenuse(p, 1)
    if p < 0 { r = -r }
    diagonal[l] = offDiagonal[l] / (p + r)
    diagonal[l + 1] = offDiagonal[l] * (p + r)
    let next = diagonal[l + 1]
    let change = g - diagonal[l]
    for i in l + 2..<max(size, l + 2) { diagonal[i] -= change }
    shift += change
    p = diagonal[m]
    var (c, c2, c3): (S, S, S) = (1, 1, 1)
    var (s, s2): (S, S) = (0, 0)
    let beside = offDiagonal[l + 1]
    for i in stride(from: m - 1, through: l, by: -1) {
      (c3, c2, s2) = (c2, c, s)
      let g = c * offDiagonal[i]
      let h = c * p
      r = hypotenuse(p, offDiagonal[i])
      offDiagonal[i + 1] = s * r
      // Where both vanish there is nothing to rotate.
      (s, c) = r == 0 ? (0, 1) : (offDiagonal[i] / r, p / r)
      p = c * diagonal[i] - s * g
      diagonal[i + 1] = h + s * (c * g + s * diagonal[i])
      let (lower, upper) = (i * size, (i + 1) * size)
      for k in 0..<size {
        let h = rows[upper + k]
        rows[upper + k] = s * rows[lower + k] + c * h
        rows[lower + k] = c * rows[lower + k] - s * h
      }
    }
    p = -s * s2 * c3 * beside * offDiagonal[l] / next
    offDiagonal[l] = s * p
    diagonal[l] = c * p
  }

  /// √(a² + b²) without overflow in between.
  @inline(__always)
  private func hypotenuse(_ a: S, _ b: S) -> S {
    let (a, b) = (a.magnitude, b.magnitude)
    let (large, small) = a > b ? (a, b) : (b, a)
    guard large > 0 else { return 0 }
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }
}
