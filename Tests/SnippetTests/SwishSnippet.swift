import Glissade
import GlissadeTesting
import Testing

// 5. A new differentiable operation, checked in one line, in every scalar type.

struct Swish: Differentiable {
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * sigmoid(x[0]) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let s = sigmoid(step[0])
    step.add(step.cotangent * (s + step.output * (1 - s)), to: 0)
  }
}

/// A pullback that is wrong in a sign, to see that the check can fail.
struct WrongSwish: Differentiable {
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * sigmoid(x[0]) }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let s = sigmoid(step[0])
    step.add(step.cotangent * (s - step.output * (1 - s)), to: 0)
  }
}

@Suite struct SwishSnippet {
  @Test func check() throws {
    let x = GradientSuite.sample([3, 4])
    try checkGradients(of: Swish(), at: [x])
  }

  @Test func aWrongPullbackIsFound() throws {
    let x = GradientSuite.sample([3, 4])
    let failure = try #require(throws: GradientCheckFailure.self) { try checkGradients(of: WrongSwish(), at: [x]) }
    #expect(failure.report.name == "WrongSwish")
    #expect(!failure.report.passed)
  }

  @Test func itIsUsedLikeAnyOther() throws {
    let tape = Tape<Float>()
    let x = tape.variable(Tensor([3], [-1, 0, 2]))
    let y = x.applying(Swish()).sum()
    let gradient = tape.gradient(of: y, by: [x])[0]
    let expected = silu(x)
    #expect(y.value.item == expected.value.elements.reduce(0, +))
    #expect(gradient.elements[1] == 0.5)
  }
}
