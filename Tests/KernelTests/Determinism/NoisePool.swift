import GlissadeNumerics

/// Many numbers of one type, made once, from which the operands of all cases are cut.
struct NoisePool<S: Scalar> {
  private static var length: Int { 1_120_000 }

  /// Numbers between −1 and 1.
  let even: [S]
  /// Numbers of very different magnitudes, some beyond the range where functions overflow.
  let uneven: [S]
  /// Zeros, infinities, NaN, and where exponentials become infinite, subnormal and zero.
  let special: [S]

  init() {
    var noise = Noise(29)
    // In Double, with all their digits.
    let even: [Double] = noise.array(Self.length)
    let scales = [1, 20, 110, 1e-3, 5, 750, 1e-40, 90]
    self.even = Noise.rounded(even)
    uneven = Noise.rounded(even[..<150_000].enumerated().map { i, x in scales[i & 7] * x })
    special = Noise.rounded([
      0, -0.0, .infinity, -.infinity, .nan, 1, -1, 1e-40, -1e-40, 1e-300, 1e30, -1e30, 88.7, 88.8, 89, -87.4, -100,
      -103.9, -104.5, -110, 709.7, 709.9, -708, -740, -745.1, -746, 0.9999, 1.0001, 4.1, -6.1, 20, -20,
    ])
  }
}
