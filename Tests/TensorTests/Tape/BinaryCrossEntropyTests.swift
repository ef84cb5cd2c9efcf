import GlissadeTensor
import Testing

@Suite struct BinaryCrossEntropyTests {
  /// Logits far on the right side leave ln(1 + e^(−|z|)), which a difference of rounded terms would lose.
  @Test(arguments: [-20.0, -17, -8, 8, 17, 20])
  func confidentLogitsKeepTheirDigits(_ z: Double) {
    // e^(−|z|) (1 − e^(−|z|)/2 …) to more digits than Float has.
    let u = Double.exp(-z.magnitude)
    let expected = u - u * u / 2 + u * u * u / 3
    #expect((loss(Float.self, z) - expected).magnitude < 1e-6 * expected)
    #expect((loss(Double.self, z) - expected).magnitude < 1e-9 * expected)
    // Below 6e-5 Float16 is subnormal: its spacing there is 6e-8.
    #expect((loss(Float16.self, z) - expected).magnitude < 1e-3 * expected + 6e-8)
  }

  private func loss<S: Scalar>(_ type: S.Type, _ z: Double) -> Double {
    let tape = Tape<S>()
    let logits = tape.variable(Tensor([1], [S(z)]))
    return binaryCrossEntropy(logits, targets: tape.constant(Tensor([1], [z > 0 ? 1 : 0]))).value.item.double
  }
}
