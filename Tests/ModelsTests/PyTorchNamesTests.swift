import GlissadeModels
import Testing

/// The names under which others publish the models.
@Suite struct PyTorchNamesTests {
  private func names(_ model: some Layer) -> [String] { PyTorchNames(of: model).entries.map(\.name) }

  @Test func perceptronsAreSequences() {
    #expect(names(MLP(4, 3, 2)) == ["0.weight", "0.bias", "2.weight", "2.bias"])
    #expect(names(LogisticRegression(features: 3, classes: 2)) == ["linear.weight", "linear.bias"])
  }

  @Test func residualNetworks() {
    let found = Set(names(ResNet(depth: 14, width: 2)))
    // 13 convolutions with their normalizations, and the last layer.
    #expect(found.count == 13 * (1 + 5) + 2)
    #expect(found.isSuperset(of: ["conv1.weight", "bn1.running_var", "layer2.0.conv1.weight", "layer3.1.bn2.bias"]))
    #expect(found.isSuperset(of: ["linear.weight", "linear.bias"]))
  }

  @Test func generativeTransformersAreThoseOfNanoGPT() {
    let model = GPT(vocabulary: 7, context: 4, width: 4, layers: 2, heads: 2)
    let entries = PyTorchNames(of: model).entries
    let found = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.shape) })
    #expect(found.count == 2 + 2 * 12 + 2 + 1)
    #expect(found["transformer.h.1.attn.c_attn.weight"] == [12, 4])
    #expect(found["transformer.h.0.mlp.c_fc.bias"] == [16])
    #expect(found["transformer.wpe.weight"] == [4, 4])
    // The head's weight is the table of tokens, and is in the dictionary twice.
    let shared = entries.filter { $0.parameters.first === model.tokens.weight }.map(\.name)
    #expect(shared.sorted() == ["lm_head.weight", "transformer.wte.weight"])
  }

  @Test func visionTransformersAreThoseOfTorchvision() {
    let found = Set(names(VisionTransformer(size: 4, patch: 2, width: 4, layers: 1, heads: 2)))
    let block = "encoder.layers.encoder_layer_0."
    #expect(found.isSuperset(of: ["class_token", "conv_proj.weight", "encoder.pos_embedding", "heads.head.bias"]))
    let parts = ["self_attention.in_proj_weight", "mlp.0.weight", "mlp.3.bias"]
    #expect(found.isSuperset(of: parts.map { block + $0 }))
    #expect(found.count == 4 + 12 + 2 + 2)
  }
}
