import Glissade
import GlissadeTesting
import Testing

// 2. A model is a plain value; only the forward pass is written, the gradient comes from the tape.

struct Block: Layer {
  let norm = LayerNorm(128), mixer = MultiHeadAttention(width: 128, heads: 4), hidden = Dense(128, 512)
  let output = Dense(512, 128)
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let y = x + mixer(norm(x))
    return y + output(gelu(hidden(y)))
  }
}

/// The same, small enough to check every element of every gradient.
struct SmallBlock: Layer {
  let norm = LayerNorm(6), mixer = MultiHeadAttention(width: 6, heads: 2), hidden = Dense(6, 8), output = Dense(8, 6)
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let y = x + mixer(norm(x))
    return y + output(gelu(hidden(y)))
  }
}

@Suite struct BlockSnippet {
  @Test func slotsAreFoundByName() {
    let layout = ParameterLayout(of: Block())
    let weights = ["query", "key", "value", "output"].flatMap { ["mixer.\($0).weight", "mixer.\($0).bias"] }
    #expect(
      layout.segments.map(\.name) == ["norm.gain", "norm.offset"] + weights + [
        "hidden.weight", "hidden.bias", "output.weight", "output.bias",
      ])
    #expect(layout.count == 2 * 128 + 4 * (128 * 128 + 128) + 128 * 512 + 512 + 512 * 128 + 128)
  }

  @Test func itRunsAndTrains() throws {
    let features = Tensor<Float>([2, 3, 128], (0..<768).map { Float($0 % 17) / 17 })
    let targets = Tensor<Float>([2, 3, 128], (0..<768).map { Float($0 % 5) / 5 })
    let examples = try TargetExamples(features: features, targets: targets)
    var trainer = Trainer(Regressor(Block()), optimizer: SGD(learningRate: 0.05), scalar: Float.self)
    let history = try trainer.fit(examples, epochs: 3)
    #expect(history[2].training.loss < history[0].training.loss)
  }

  @Test func gradientsAreRight() throws {
    try checkGradients(of: SmallBlock(), at: GradientSuite.sample([2, 3, 6]))
  }
}
