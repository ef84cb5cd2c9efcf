import GlissadeNumerics
import Testing

extension KernelTests {
  /// Products with patches of whole numbers, whose sums are exact, are those of plain loops.
  private func checkPatchProducts<S: Scalar>(_ type: S.Type, _ set: KernelSet) where S.Accumulator == S {
    var noise = Noise(7)
    func numbers(_ count: Int) -> [S] { (0..<count).map { _ in S(rounding: noise.next(-3.5...3.5).rounded()) } }
    for (index, sizes) in PatchCase.all.enumerated() {
      sizes.withProduct(gap: index % 3) { product in
        var product = product
        product.accumulates = !product.transposesC && index % 2 == 1
        product.rectifies = index % 4 >= 2
        product.isShared = index % 3 != 0
        let image = numbers(sizes.imageCount)
        let b = numbers(product.columns * (product.depth + 2))
        let bias = product.accumulates || index % 5 == 0 ? nil : numbers(product.columns)
        let before = numbers(product.countC)
        let result = product.result(image, b, bias: bias, before)
        var expected = before
        let plain = (0..<product.columns * product.depth).map {
          b[$0 / product.depth * (product.depth + 2) + $0 % product.depth]
        }
        if let bias {
          bias.withUnsafeBufferPointer { Oracle.multiply(product, image, plain, bias: $0.baseAddress, into: &expected) }
        } else {
          Oracle.multiply(product, image, plain, bias: nil, into: &expected)
        }
        #expect(result == expected, "\(set), \(type), \(sizes)")
      }
    }
  }

  @Test func productsWithPatchesAreThoseOfPlainLoops() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        withThreads(3) {
          checkPatchProducts(Float.self, set)
          checkPatchProducts(Double.self, set)
        }
      }
    }
  }
}
