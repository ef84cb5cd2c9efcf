import Foundation
import GlissadeNumerics

/// A product of small integers: exact in every scalar type but for the rounding of the results, so that a kernel is
/// right to the bit or wrong.
///
/// What lies between the rows of A and B is NaN, and so is C where the product must not read it. What lies between the
/// rows of C must stay.
struct ExactProduct {
  let product: MatrixProduct
  let alpha: Float
  let beta: Float
  let rectifies: Bool
  private let a: [Float]
  private let b: [Float]
  private let c: [Float]
  private let bias: [Float]?
  private let expected: [Float]

  init(
    _ product: MatrixProduct, alpha: Float = 1, beta: Float = 0, hasBias: Bool = false, rectifies: Bool = false
  ) {
    self.product = product
    self.alpha = alpha
    self.beta = beta
    self.rectifies = rectifies
    var integers = Integers(state: UInt64(product.rows * 31 + product.columns * 7 + product.depth + 1))
    let shapeA = product.transposesA ? (product.depth, product.rows) : (product.rows, product.depth)
    let shapeB = product.transposesB ? (product.columns, product.depth) : (product.depth, product.columns)
    let (batches, strides) = (product.batches, product.batchStrides)
    a = integers.matrices(shapeA, stride: product.strideA, batches: batches, apart: strides.a, gaps: .nan)
    b = integers.matrices(shapeB, stride: product.strideB, batches: batches, apart: strides.b, gaps: .nan)
    let c = integers.matrices(
      (product.rows, product.columns), stride: product.strideC, batches: batches, apart: strides.c, gaps: 7,
      cells: beta == 0 || hasBias ? .nan : nil)
    bias = hasBias ? (0..<product.columns).map { _ in 0.25 * integers.next() } : nil
    self.c = c
    var expected = c
    Self.multiply(product, alpha, a, b, beta, into: &expected, bias, rectifies)
    self.expected = expected
  }

  /// The loops of the oracle for Floats alone: in a debug build generic ones take ten times as long.
  private static func multiply(
    _ product: MatrixProduct, _ alpha: Float, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ beta: Float,
    into c: UnsafeMutablePointer<Float>, _ bias: [Float]?, _ rectifies: Bool
  ) {
    let stepA = product.transposesA ? product.strideA : 1
    let stepB = product.transposesB ? 1 : product.strideB
    for batch in 0..<product.batches {
      for row in 0..<product.rows {
        for column in 0..<product.columns {
          var (placeA, placeB) = product.places(batch: batch, row: row, column: column)
          var (total, remaining) = (Float(0), product.depth)
          while remaining > 0 {
            total += a[placeA] * b[placeB]
            placeA += stepA
            placeB += stepB
            remaining -= 1
          }
          let place = batch * product.batchStrides.c + row * product.strideC + column
          let result = alpha * total + (bias?[column] ?? (beta == 0 ? 0 : beta * c[place]))
          c[place] = rectifies && result < 0 ? 0 : result
        }
      }
    }
  }

  /// Computes it with every kernel set on so many threads; the first way that is wrong, in words, or nil.
  func failure<S: Scalar>(in type: S.Type, on threadCounts: [Int]) -> String? {
    let (a, b, bias): ([S], [S], [S]?) = (rounded(self.a), rounded(self.b), self.bias.map(rounded))
    let (c, expected): ([S], [S]) = (rounded(self.c), rounded(self.expected))
    let (alpha, beta) = (S.Accumulator(rounding: Double(alpha)), S.Accumulator(rounding: Double(beta)))
    let previous = ThreadPool.threadCount
    defer { ThreadPool.threadCount = previous }
    for set in KernelSelection.current.available {
      for threads in threadCounts {
        ThreadPool.threadCount = threads
        var result = c
        ActiveKernels.with(set) {
          Self.withEpilogue(ProductEpilogue(rectifies: rectifies), bias) {
            S.multiply(product, alpha, a, b, beta, into: &result, $0)
          }
        }
        if !haveSameBits(result, expected) {
          let place = result.indices.first { !(result[$0] == expected[$0]) } ?? 0
          return "\(S.name), \(set) kernels, \(threads) threads: \(description) is \(result[place]) at \(place), "
            + "expected \(expected[place])"
        }
      }
    }
    return nil
  }

  private var description: String {
    "\(product), α \(alpha), β \(beta)\(bias == nil ? "" : ", bias")\(rectifies ? ", rectified" : "")"
  }

  private static func withEpilogue<S>(
    _ epilogue: ProductEpilogue<S>, _ bias: [S]?, _ body: (ProductEpilogue<S>) -> Void
  ) {
    guard let bias else { return body(epilogue) }
    bias.withUnsafeBufferPointer {
      var epilogue = epilogue
      epilogue.bias = $0.baseAddress
      body(epilogue)
    }
  }

  private func rounded<S: Scalar>(_ values: [Float]) -> [S] {
    var result = [S](repeating: 0, count: values.count)
    S.load(values, into: &result, count: values.count)
    return result
  }
}

/// Small integers that look random.
private struct Integers {
  var state: UInt64

  /// From −2 to 2.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int(state >> 40) % 5 - 2)
  }

  /// Matrices of integers, or of a number for all of them, with another number in the gaps.
  mutating func matrices(
    _ shape: (rows: Int, columns: Int), stride: Int, batches: Int, apart distance: Int, gaps: Float,
    cells: Float? = nil
  ) -> [Float] {
    let count = max(0, batches - 1) * distance + shape.rows * stride
    var values = [Float](repeating: gaps, count: count + 3)
    for batch in 0..<batches {
      for row in 0..<shape.rows {
        let start = batch * distance + row * stride
        for i in start..<start + shape.columns { values[i] = cells ?? next() }
      }
    }
    return values
  }
}

/// Whether two arrays are the same to the bit.
func haveSameBits<S>(_ left: [S], _ right: [S]) -> Bool {
  guard left.count == right.count else { return false }
  return left.withUnsafeBytes { left in
    right.withUnsafeBytes { right in
      guard let first = left.baseAddress, let second = right.baseAddress else { return true }
      return memcmp(first, second, left.count) == 0
    }
  }
}
