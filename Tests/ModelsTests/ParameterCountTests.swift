import GlissadeModels
import Testing

/// Numbers of parameters as published, or as the sizes of the published network give them.
@Suite struct ParameterCountTests {
  private func count(_ model: some Layer) -> Int { ParameterLayout(of: model).count }

  @Test func perceptrons() {
    #expect(count(LogisticRegression(features: 784, classes: 10)) == 7_850)
    #expect(count(MLP(784, 1_000, 500, 100, 10)) == 1_336_610)
    // Martens 2010 (ICML), for the autoencoder of Hinton and Salakhutdinov.
    #expect(count(Autoencoder()) == 2_837_314)
  }

  @Test func imageNetworks() {
    #expect(count(LeNet()) == 61_706)
    #expect(count(LeNet(size: 32)) == 61_706)
    #expect(count(TwoConvTwoDense()) == 3_274_634)
  }

  /// Table 6 of He et al. 2016 gives 0.27, 0.46, 0.66, 0.85 and 1.7 million.
  @Test func residualNetworks() {
    let counts = [20, 32, 44, 56, 110].map { count(ResNet(depth: $0)) }
    #expect(counts == [269_722, 464_154, 658_586, 853_018, 1_727_962])
  }

  /// torchvision's count of `vit_b_16`.
  @Test func visionTransformer() {
    let base = VisionTransformer(
      classes: 1_000, channels: 3, size: 224, patch: 16, width: 768, layers: 12, heads: 12)
    #expect(count(base) == 86_567_656)
  }

  /// GPT-2 has 124 million with biases; nanoGPT prints counts without positions.
  @Test func generativeTransformers() {
    let small = GPT(vocabulary: 50_257, context: 1_024, width: 768, layers: 12, heads: 12)
    #expect(count(small) == 124_439_808)
    let characters = GPT(vocabulary: 65, context: 64, width: 128, layers: 4, heads: 4, bias: false)
    #expect(count(characters) - 64 * 128 == 795_904)
  }

  @Test func recurrentNetworks() {
    // What Karpathy's char-rnn prints for its default sizes and tinyshakespeare.
    #expect(count(CharRNN(vocabulary: 65, hidden: 128, layers: 2, width: 0)) == 240_321)
    #expect(count(CharRNN(vocabulary: 65, hidden: 128)) == 148_801)
    #expect(count(CharRNN(vocabulary: 65, hidden: 128, cell: .gated)) == 115_777)
    #expect(count(SequenceRegressor(features: 2, hidden: 128)) == 4 * 128 * (2 + 128 + 2) + 129)
    #expect(count(SequenceToSequence(vocabulary: 12, hidden: 128, answerLength: 3)) == 72_704 + 132_096 + 1_548)
  }

  @Test func tiedWeightsCountOnce() {
    let model = GPT(vocabulary: 11, context: 8, width: 4, layers: 1, heads: 2)
    let names = ParameterLayout(of: model).segments.map(\.name)
    #expect(names.filter { $0.hasPrefix("tokens") || $0.hasPrefix("head") } == ["tokens.weight"])
  }
}
