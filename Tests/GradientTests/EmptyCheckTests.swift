import GlissadeTesting
import Testing

/// A check that compares nothing has not passed.
@Test func nothingToCompareIsAFailure() {
  #expect(throws: GradientCheckFailure.self) { try checkGradients(of: Elementwise(.tanh), at: [Tensor([0], [])]) }
}
