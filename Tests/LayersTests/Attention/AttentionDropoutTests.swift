import GlissadeLayers
import Testing

@Suite struct AttentionDropoutTests {
  /// The layer called, and asked for its weights too, each on a tape of its own: a second use on one draws anew.
  private func values(_ layer: MultiHeadAttention, _ pass: Pass) -> (called: Tensor<Double>, attended: Tensor<Double>) {
    (value(layer, pass) { layer($0) }, value(layer, pass) { layer.attend($0, to: $0, $0).output })
  }

  private func value(
    _ layer: MultiHeadAttention, _ pass: Pass, _ apply: (Variable<Double>) -> Variable<Double>
  ) -> Tensor<Double> {
    let tape = Tape<Double>(pass: pass)
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 2))
    let noise = RandomStream(seed: 4, purpose: .noise, index: 0)
    return apply(tape.constant(Tensor([2, 5, 6], (0..<60).map { noise.uniform01(at: $0) }))).value
  }

  private func distance(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
    zip(a.elements, b.elements).map { abs($0 - $1) }.max() ?? 0
  }

  /// Weights are dropped while training, whether they are asked for or not, and the same ones.
  @Test func weightsAreDroppedWhileTraining() {
    let layer = MultiHeadAttention(width: 6, heads: 2, isCausal: true, dropout: 0.5)
    let (training, evaluation) = (values(layer, .training(seed: 1, step: 0)), values(layer, .evaluation))
    #expect(training.called == training.attended)
    #expect(distance(training.called, evaluation.called) > 0.01)
    #expect(distance(evaluation.called, evaluation.attended) < 1e-14)
  }

  @Test func nothingIsDroppedAtRateZero() {
    let layer = MultiHeadAttention(width: 6, heads: 2)
    #expect(values(layer, .training(seed: 1, step: 0)).called == values(layer, .evaluation).called)
  }
}
