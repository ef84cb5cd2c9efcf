import GlissadeTensor
import Testing

/// y = 3 x, which puts another tensor in place of the cotangent that it is handed, and may keep a copy of it.
private struct Triple: Differentiable {
  let kept: Kept?
  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] * 3 }
  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let term = step.cotangent * 3
    step.accumulate(into: 0) { cotangent, accumulating in
      cotangent = accumulating ? cotangent + term : term
    }
    step.accumulate(into: 0) { cotangent, _ in kept?.tensor = cotangent as? Tensor<Double> }
  }
}

/// Where a pullback puts what it should not keep.
private final class Kept: @unchecked Sendable {
  var tensor: Tensor<Double>?
}

private struct Zeros: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] { [Double](repeating: 0, count: shape.count) }
}

@Suite struct AccumulateTests {
  private let slot = Parameter([4], role: .weight, initializer: Zeros())

  private func gradient(keeping kept: Kept? = nil) -> ParameterVector<Double> {
    let layout = ParameterLayout([("w", slot)])
    let tape = Tape<Double>()
    tape.bind(ParameterVector(initializing: layout, seed: 1))
    let sum = (tape[slot].applying(Triple(kept: kept)) + tape[slot].applying(Triple(kept: kept))).sum()
    var gradient = ParameterVector<Double>(Tensor([4], repeating: 9), layout: layout)
    tape.gradient(of: sum, into: &gradient)
    return gradient
  }

  /// What replaces a parameter's cotangent ends up in the gradient all the same.
  @Test func aReplacedCotangentReachesTheGradient() {
    #expect(gradient().values.elements == [6, 6, 6, 6])
  }

  /// A cotangent kept beyond its time is no way into the gradient.
  @Test func aKeptCotangentDoesNotWriteToTheGradient() throws {
    let kept = Kept()
    let gradient = gradient(keeping: kept)
    let saved = gradient
    var copy = try #require(kept.tensor)
    copy[0] = 100
    #expect(gradient.values.elements == [6, 6, 6, 6])
    #expect(saved == gradient)
  }
}
