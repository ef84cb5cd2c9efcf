import GlissadeTensor
import Testing

@Suite struct NonFiniteTests {
  private func origin(_ body: (Tape<Float>) -> Variable<Float>) -> NonFiniteOrigin? {
    let tape = Tape<Float>()
    return tape.firstNonFinite(of: body(tape))
  }

  @Test func nothingIsFoundWhereNothingIsWrong() {
    #expect(origin { relu($0.variable(Tensor([3], [-1, 0, 2]))).sum() } == nil)
  }

  /// The overflow is blamed, not the NaN that comes of it.
  @Test func theFirstOperationIsNamed() {
    let found = origin { tape in
      let x = tape.variable(Tensor<Float>([2], [1, 100]))
      let grown = exp(2 * x)
      return (grown - grown).sum()
    }
    #expect(found == NonFiniteOrigin(direction: .forward, label: "2 exp"))
    #expect(found?.description == "in the value of operation 2 exp")
  }

  @Test func whatIsGivenIsBlamedFirst() {
    let found = origin { tape in exp(tape.variable(Tensor<Float>([2], [1, .nan]))).sum() }
    #expect(found == NonFiniteOrigin(direction: .given, label: "the input"))
  }

  /// √ has a value at 0, and no derivative.
  @Test func theWayBackIsSearchedToo() {
    let found = origin { tape in (3 * sqrt(tape.variable(Tensor<Float>([2], [0, 4])))).sum() }
    #expect(found == NonFiniteOrigin(direction: .backward, label: "1 squareRoot"))
    #expect(found?.description == "in what operation 1 squareRoot passes back")
  }

  /// The −∞ of a mask is meant so.
  @Test func masksAreNoMistake() {
    func masked(_ tape: Tape<Float>, _ last: Float) -> Variable<Float> {
      let scores = tape.variable(Tensor<Float>([2, 2], [1, 2, 3, last]))
      let mask = tape.constant(Tensor<Float>([2, 2], [0, -.infinity, 0, 0]))
      return square(softmax(scores + mask)).sum()
    }
    #expect(origin { masked($0, 4) } == nil)
    #expect(origin { exp(masked($0, 4) * 1_000) }?.label == "6 exp")
  }
}
