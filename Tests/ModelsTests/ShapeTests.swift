import GlissadeTesting
import Testing

/// The shapes of results, and the values of models that have just been made.
@Suite struct ShapeTests {
  private func output(_ model: some Layer, _ input: Tensor<Float>) -> Tensor<Float> {
    let tape = Tape<Float>()
    tape.bind(ParameterVector(initializing: ParameterLayout(of: model), seed: 3))
    return model(tape.constant(input)).value
  }

  private func images(_ sizes: Int...) -> Tensor<Float> { Tensor.normal(Shape(sizes), seed: 1) }

  private var tokens: Tensor<Float> { Tensor([2, 5], [0, 3, 1, 6, 2, 2, 5, 4, 4, 1]) }

  @Test func perceptrons() {
    #expect(output(LogisticRegression(features: 12, classes: 4), images(3, 1, 4, 3)) == Tensor.zeros([3, 4]))
    #expect(output(MLP(12, 8, 4), images(3, 1, 4, 3)).shape == [3, 4])
    #expect(output(MLP(12, 8, 4), images(3, 12)).shape == [3, 4])
    let autoencoder = Autoencoder([12, 6, 2])
    #expect(output(autoencoder, images(3, 1, 4, 3)).shape == [3, 1, 4, 3])
    #expect(output(autoencoder.encoder, images(3, 12)).shape == [3, 2])
  }

  @Test func imageNetworks() {
    #expect(output(LeNet(), images(2, 1, 28, 28)).shape == [2, 10])
    #expect(output(LeNet(classes: 5, channels: 3, size: 32), images(1, 3, 32, 32)).shape == [1, 5])
    #expect(output(TwoConvTwoDense(classes: 4, size: 10), images(2, 1, 10, 10)).shape == [2, 4])
    #expect(output(ResNet(depth: 8, width: 2), images(2, 3, 9, 8)).shape == [2, 10])
    // The last layer of a vision transformer begins at zero.
    #expect(output(VisionTransformer(width: 8, layers: 1, heads: 2), images(2, 1, 28, 28)) == Tensor.zeros([2, 10]))
  }

  @Test func sequences() {
    #expect(output(CharRNN(vocabulary: 7, hidden: 3), tokens).shape == [2, 5, 7])
    #expect(output(GPT(vocabulary: 7, context: 8, width: 4, layers: 1, heads: 2), tokens).shape == [2, 5, 7])
    #expect(output(SequenceToSequence(vocabulary: 7, hidden: 3, answerLength: 4), tokens).shape == [2, 4, 7])
    #expect(output(SequenceRegressor(features: 3, hidden: 4), images(2, 6, 3)).shape == [2, 1])
  }

  /// What comes later changes no result of a causal model.
  @Test func languageModelsSeeOnlyThePast() {
    var changed = tokens.elements
    changed[4] = 6
    for model: any Layer in [
      GPT(vocabulary: 7, context: 8, width: 4, layers: 2, heads: 2), CharRNN(vocabulary: 7, hidden: 3, layers: 2),
    ] {
      let (first, second) = (output(model, tokens), output(model, Tensor([2, 5], changed)))
      #expect(Array(first.elements[..<28]) == Array(second.elements[..<28]))
      #expect(Array(first.elements[28..<35]) != Array(second.elements[28..<35]))
      #expect(Array(first.elements[35...]) == Array(second.elements[35...]))
    }
  }

  /// A text in two parts, the state handed on, gives what the whole gives.
  @Test func recurrentStateGoesOn() {
    let model = CharRNN(vocabulary: 7, hidden: 3, layers: 2)
    let tape = Tape<Double>()
    tape.bind(ParameterVector(initializing: ParameterLayout(of: model), seed: 3))
    let text = tape.constant(tokens.converted(to: Double.self))
    let whole = model(text, from: nil)
    let (first, state) = model(text.slice(0..<2, axis: 1), from: nil)
    let second = model(text.slice(2..<5, axis: 1), from: state)
    let joined = concatenate([first, second.logits], axis: 1)
    #expect(zip(joined.value.elements, whole.logits.value.elements).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(second.state.hidden.value.shape == [2, 2, 3])
  }

  /// A residual block of zero weights hands on what is positive, every other pixel, between channels of zeros.
  @Test func theShortcutOfAResidualBlock() {
    let block = ResidualBlock(1, 3, stride: 2)
    let tape = Tape<Float>()
    tape.bind(ParameterVector.zeros(ParameterLayout(of: block)))
    let x = Tensor<Float>([1, 1, 3, 3], [1, -2, 3, 4, 5, 6, -7, 8, 9])
    let y = block(tape.constant(x)).value
    #expect(y == Tensor([1, 3, 2, 2], [0, 0, 0, 0, 1, 3, 0, 9, 0, 0, 0, 0]))
  }
}
