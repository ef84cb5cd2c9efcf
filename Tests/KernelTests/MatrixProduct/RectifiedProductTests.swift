import GlissadeNumerics
import Testing

extension KernelTests {
  /// Rectified products of one row with NaN, one with infinities that cancel, and one of negative zeros.
  private func checkRectified<S: Scalar>(_ type: S.Type) {
    for (columns, depth) in [(1, 1), (3, 2), (16, 2), (37, 9), (70, 513)] {
      let rows = 9
      var a = [S](repeating: -1, count: rows * depth)
      a[2 * depth + depth / 2] = .nan
      for k in 0..<depth { a[4 * depth + k] = k % 2 == 0 ? .infinity : -.infinity }
      for k in 0..<depth { a[7 * depth + k] = 0 }
      let b = [S](repeating: 1, count: depth * columns)
      let bias = [S](repeating: -0.0, count: columns)
      for isBiased in [true, false] {
        var c = [S](repeating: -0.0, count: rows * columns)
        bias.withUnsafeBufferPointer { bias in
          S.multiply(
            MatrixProduct(rows: rows, columns: columns, depth: depth), -1, a, b, isBiased ? 0 : 1, into: &c,
            ProductEpilogue(bias: isBiased ? bias.baseAddress : nil, rectifies: true))
        }
        let name = "\(type), \(columns) columns, depth \(depth), \(isBiased ? "bias" : "β = 1")"
        for row in 0..<rows {
          let values = c[row * columns..<(row + 1) * columns]
          let isRight =
            switch row {
            case 2: values.allSatisfy { $0.isNaN }
            // −1 · ∞ is raised to 0, but ∞ − ∞ is NaN.
            case 4: values.allSatisfy { depth == 1 ? $0 == 0 : $0.isNaN }
            // −1 · 0 + −0 is −0, which is not less than 0.
            case 7: values.allSatisfy { $0 == 0 && $0.sign == .minus }
            default: values.allSatisfy { $0 == S(rounding: Double(depth)) }
            }
          #expect(isRight, "row \(row), \(name)")
        }
      }
    }
  }

  @Test func rectifiedProductsKeepNaNAndNegativeZeros() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        checkRectified(Float.self)
        checkRectified(Double.self)
        #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
          checkRectified(Float16.self)
        #endif
        checkRectified(BFloat16.self)
      }
    }
  }
}
