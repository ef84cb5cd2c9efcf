import GlissadeTesting
import Testing

@Suite struct ModelGradientTests {
  @Test(arguments: GradientSuite.models.indices)
  func gradientsAreRight(_ index: Int) throws {
    _ = try checkGradients(of: GradientSuite.models[index], options: GradientSuite.modelOptions())
  }

  @Test func everyModelIsInTheTable() {
    let names = GradientSuite.models.map(\.name)
    #expect(Set(names).count == names.count)
    for model in [
      "LogisticRegression", "MLP", "Autoencoder", "LeNet", "TwoConvTwoDense", "ResNet", "VisionTransformer", "CharRNN",
      "GPT", "SequenceToSequence", "SequenceRegressor",
    ] { #expect(names.contains { $0.hasPrefix(model) }, "\(model)") }
  }
}
