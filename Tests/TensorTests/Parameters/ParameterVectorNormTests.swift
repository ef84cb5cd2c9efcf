import GlissadeTensor
import Testing

@Suite struct ParameterVectorNormTests {
  private func vector<S: Scalar>(_ values: [Double], as type: S.Type) -> ParameterVector<S> {
    let slot = Parameter([values.count], role: .weight, initializer: Ramp())
    return ParameterVector(Tensor([values.count], values.map { S($0) }), layout: ParameterLayout([("x", slot)]))
  }

  @Test func ordinaryNumbers() {
    #expect(vector([3, -4], as: Double.self).norm == 5)
    #expect(vector([3, -4], as: BFloat16.self).norm == 5)
    #expect(vector([0, 0], as: Double.self).norm == 0)
  }

  /// Squares of these overflow or vanish in the accumulator.
  @Test(arguments: [1e-200, 1e-160, 1e-100, 1e100, 1e160, 1e300])
  func anyScaleInDouble(_ scale: Double) {
    let norm = vector([3 * scale, -4 * scale], as: Double.self).norm
    #expect((norm / (5 * scale) - 1).magnitude < 1e-15)
  }

  @Test(arguments: [0x1p-140, 0x1p-120, 0x1p-70, 0x1p-60, 0x1p70, 0x1p120])
  func anyScaleInFloat(_ scale: Double) {
    let float = vector([3 * scale, -4 * scale], as: Float.self).norm
    #expect((float / (5 * scale) - 1).magnitude < 1e-6)
    let narrow = vector([3 * scale, -4 * scale], as: BFloat16.self).norm
    // 2⁻¹⁴⁰ is below BFloat16's smallest number.
    if scale > 0x1p-130 { #expect((narrow / (5 * scale) - 1).magnitude < 1e-6) }
  }

  @Test func notFinite() {
    #expect(vector([1, .infinity], as: Float.self).norm == .infinity)
    #expect(vector([1, .nan, 2], as: Float.self).norm.isNaN)
    #expect(vector([.nan, .infinity], as: Double.self).norm.isNaN)
    #expect(vector([.infinity, .nan], as: Double.self).norm.isNaN)
    #expect(!vector([1, .infinity], as: Float.self).isFinite)
    #expect(!vector([.nan, 1], as: BFloat16.self).isFinite)
    // Finite elements whose sum is not.
    #expect(vector([3e38, 3e38], as: Float.self).isFinite)
    #expect(vector([1e308, 1e308], as: Double.self).isFinite)
  }
}
