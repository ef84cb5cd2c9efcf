import GlissadeNumerics

extension Ledger {
  /// Products with patches of many shapes, by one thread and shared.
  mutating func addPatchProducts<S: Scalar>(_ pool: NoisePool<S>) where S.Accumulator == S {
    for sizes in PatchCase.all {
      for isShared in [false, true] {
        sizes.withProduct(gap: 1) { product in
          var product = product
          product.isShared = isShared
          let image = Array(pool.even[..<sizes.imageCount])
          let b = Array(pool.even[200_001..<200_001 + product.columns * product.depth])
          let bias = Array(pool.even[9..<9 + product.columns])
          let c = [S](repeating: 0, count: product.countC)
          add(product.result(image, b, bias: bias, c), "\(sizes) \(S.name), shared \(isShared)")
        }
      }
    }
  }
}
