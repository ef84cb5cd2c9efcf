import GlissadeTensor
import Testing

@Suite struct ConversionTests {
  /// Numbers that narrow types must round, ties, limits and the numbers that are none.
  private static let numbers: [Double] = [
    0, -0.0, 1, -1.5, 1.0 / 3, 1 + 0x1p-11, 1 + 0x3p-11, 1 + 0x1p-24, 1 + 0x1p-9, 65504, 65520, 3e38, 1e39, 1e-8, 1e-40,
    1e-300, .infinity, -.infinity,
  ]

  private func checkConversion<S: Scalar>(to type: S.Type) {
    let x = Tensor<Double>([Self.numbers.count], Self.numbers)
    let converted = x.converted(to: S.self)
    #expect(converted.shape == x.shape)
    for (number, element) in zip(Self.numbers, converted.elements) {
      #expect(element == S(number), "\(number) as \(S.name)")
      #expect(element.sign == number.sign)
    }
    // Widening is exact, so there and back is the identity.
    #expect(converted.converted(to: Double.self).converted(to: S.self) == converted)
    #expect(converted.widened().narrowed(to: S.self) == converted)
    #expect(Tensor<Double>([1], [.nan]).converted(to: S.self).elements[0].isNaN)
  }

  @Test func eachElementIsRoundedOnce() {
    checkConversion(to: Double.self)
    checkConversion(to: Float.self)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      checkConversion(to: Float16.self)
    #endif
    checkConversion(to: BFloat16.self)
    checkConversion(to: Dual<Double>.self)
  }

  @Test func tiesRoundToEven() {
    let ties = Tensor<Double>([2], [1 + 0x1p-24, 1 + 0x3p-24])
    let rounded: [Double] = [1, 1 + 0x1p-22]
    #expect(ties.converted(to: Float.self).doubles == rounded)
    let narrow = Tensor<Double>([3], [1 + 0x1p-8, 1 + 0x3p-8, 1 + 0x1p-8 + 0x1p-40])
    let narrowed: [Double] = [1, 1 + 0x1p-6, 1 + 0x1p-7]
    #expect(narrow.converted(to: BFloat16.self).doubles == narrowed)
  }
}
