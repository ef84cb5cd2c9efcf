import GlissadeLayers
import Testing

/// Names and shapes of state dictionaries; golden/layers.json compares values under them.
@Suite struct PyTorchNamesTests {
  private func entries(_ layer: some Sendable) -> [String: Shape] {
    Dictionary(uniqueKeysWithValues: PyTorchNames(of: layer).entries.map { ($0.name, $0.shape) })
  }

  @Test func normalization() {
    #expect(entries(LayerNorm(3, offset: false)) == ["weight": [3]])
    let names = ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
    #expect(PyTorchNames(of: BatchNorm(3)).entries.map(\.name) == names)
    #expect(entries(BatchNorm(3))["num_batches_tracked"] == [])
    #expect(Set(entries(InstanceNorm(2, affine: true, tracksStatistics: true)).keys) == Set(names))
  }

  @Test func recurrent() {
    let found = entries(Recurrent.gru(3, hidden: 2, layers: 2, bidirectional: true))
    #expect(found.count == 16)
    #expect(found["weight_ih_l0"] == [6, 3])
    #expect(found["weight_ih_l1_reverse"] == [6, 4])
    #expect(found["bias_hh_l1"] == [6])
  }

  @Test func projectionsAreOneMatrixWhereTheyCan() {
    let found = entries(MultiHeadAttention(width: 4, heads: 2))
    let expected: [String: Shape] = [
      "in_proj_weight": [12, 4], "in_proj_bias": [12], "out_proj.weight": [4, 4], "out_proj.bias": [4],
    ]
    #expect(found == expected)
    let other = entries(MultiHeadAttention(width: 4, heads: 2, bias: false, keyWidth: 3, valueWidth: 5))
    let names = ["q_proj_weight", "k_proj_weight", "v_proj_weight", "out_proj.weight"]
    #expect(Set(other.keys) == Set(names))
    #expect(other["v_proj_weight"] == [4, 5])
  }

  @Test func containersAddTheirNames() {
    let model = Sequential {
      Conv2d(1, 2, kernel: 3)
      BatchNorm(2)
      ReLU()
      TransformerBlock(width: 4, heads: 2, hidden: 6)
    }
    let names = Set(entries(model).keys)
    #expect(names.isSuperset(of: ["0.weight", "1.running_mean", "3.self_attn.in_proj_weight", "3.linear2.bias"]))
    #expect(names.isSuperset(of: ["3.norm1.weight", "3.norm2.bias", "3.linear1.weight"]))
  }
}
