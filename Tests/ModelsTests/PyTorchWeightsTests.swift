import GlissadeTesting
import Testing

/// Weights in PyTorch's names; `.ci/check-pytorch` exchanges them with PyTorch itself.
@Suite struct PyTorchWeightsTests {
  private struct Mixed: Layer {
    let conv = Conv2d(1, 2, kernel: 3)
    let norm = BatchNorm(2)
    let attention = MultiHeadAttention(width: 4, heads: 2)
    func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x }
  }

  private let model = Mixed()

  private func weights() -> PyTorchWeights<Float> {
    let layout = ParameterLayout(of: model)
    var weights = PyTorchWeights(ParameterVector<Float>.normal(layout, seed: 4))
    weights.state.tensors[0] = Tensor([2], [0.5, -1])
    weights.state.tensors[2] = Tensor(17)
    return weights
  }

  @Test func readingUndoesWriting() throws {
    let before = weights()
    let file = try Safetensors(bytes: before.file(for: model).bytes)
    let after = try PyTorchWeights<Float>(file, for: model)
    #expect(after.parameters == before.parameters)
    #expect(after.state == before.state)
    #expect(try PyTorchWeights<Double>(file, for: model).parameters.converted(to: Float.self) == before.parameters)
  }

  @Test func tensorsAreLaidOutAsPyTorchDoes() throws {
    let weights = weights()
    let file = weights.file(for: model)
    #expect(file["norm.num_batches_tracked"]?.elementType == .int64)
    #expect(try file["norm.num_batches_tracked"]?.integers == [17])
    #expect(file["norm.running_mean"]?.shape == [2])
    let projections: Tensor<Float> = try file.tensor("attention.in_proj_weight", shape: [12, 4])
    let parts = [model.attention.query, model.attention.key, model.attention.value]
    #expect(projections.elements == parts.flatMap { weights.parameters[$0.weight].elements })
    #expect(file["conv.weight"]?.shape == [2, 1, 3, 3])
  }

  @Test func sharedWeightsComeTwice() throws {
    let model = GPT(vocabulary: 5, context: 3, width: 4, layers: 1, heads: 2)
    let weights = PyTorchWeights(ParameterVector<Float>(initializing: ParameterLayout(of: model), seed: 1))
    let file = weights.file(for: model)
    #expect(file["lm_head.weight"] == file["transformer.wte.weight"])
    #expect(try PyTorchWeights<Float>(file, for: model).parameters == weights.parameters)
  }

  @Test func filesOfOtherModelsAreRefused() throws {
    let file = weights().file(for: model)
    var more = file
    more.insert(Tensor<Float>([1], [0]), named: "other.weight")
    #expect(throws: PyTorchWeightsError.unknownTensor("other.weight")) {
      try PyTorchWeights<Float>(more, for: model)
    }
    #expect(try PyTorchWeights<Float>(more, for: model, allowsOthers: true).parameters == weights().parameters)
    #expect(throws: SafetensorsError.noTensor("weight")) {
      try PyTorchWeights<Float>(file, for: Dense(3, 2), allowsOthers: true)
    }
    var changed = file
    changed.insert(Tensor<Float>([2], [0, 0]), named: "conv.weight")
    #expect(throws: SafetensorsError.shapeDiffers("conv.weight", found: [2], expected: [2, 1, 3, 3])) {
      try PyTorchWeights<Float>(changed, for: model)
    }
  }
}
