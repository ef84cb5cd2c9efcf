extension SharedKernels {
  /// Packs the rows of a matrix for products with patches.
  public func packForPatches(_ b: Input, stride: Int, rows: Int, depth: Int, into packed: Output) {
    kernels.pointee.product.packForPatches(b, stride, rows, depth, packed)
  }

  /// C ← P Bᵀ + bias or C, for patches P of an image and packed B, by one thread or by all.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  public func multiply(_ product: PatchProduct, _ image: Input, _ packed: Input, bias: Input?, into c: Output) {
    if product.rows == 0 || product.columns == 0 { return }
    func multiply(_ rows: Range<Int>) {
      kernels.pointee.product.multiplyPatches(
        product, rows.lowerBound, rows.upperBound, image, packed, bias, c,
        Workspace.memory(for: .tiles, bytes: kernels.pointee.product.patchBytes))
    }
    let threads = product.isShared ? MatrixProduct.threads(work: product.rows * product.columns * product.depth) : 1
    if threads == 1 { return multiply(0..<product.rows) }
    parallelFor(product.rows, grain: (product.rows + 4 * threads - 1) / (4 * threads), multiply)
  }
}
