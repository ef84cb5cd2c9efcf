extension MultiHeadAttention: PyTorchNamed {
  /// `in_proj_weight`, `in_proj_bias`, `out_proj.weight` and `out_proj.bias`, as in `MultiheadAttention`; where keys or values
  /// have other widths, `q_proj_weight`, `k_proj_weight` and `v_proj_weight`.
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    let inputs = [query, key, value]
    if inputs.allSatisfy({ $0.weight.shape == query.weight.shape }) {
      collector.collect(rowsOf: inputs.map(\.weight), named: "in_proj_weight")
    } else {
      for (letter, layer) in zip(["q", "k", "v"], inputs) {
        collector.collect(layer.weight, named: "\(letter)_proj_weight")
      }
    }
    collector.collect(rowsOf: inputs.map(\.bias), named: "in_proj_bias")
    collector.collect(output, named: "out_proj")
  }
}

extension TransformerBlock: PyTorchNamed {
  /// The names of `TransformerEncoderLayer`.
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collect(attention, named: "self_attn")
    collector.collect(hidden, named: "linear1")
    collector.collect(output, named: "linear2")
    collector.collect(attentionNorm, named: "norm1")
    collector.collect(hiddenNorm, named: "norm2")
  }
}

extension TransformerDecoderBlock: PyTorchNamed {
  /// The names of `TransformerDecoderLayer`, whose third normalization is that of the dense layers.
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collect(block.attention, named: "self_attn")
    collector.collect(memoryAttention, named: "multihead_attn")
    collector.collect(block.hidden, named: "linear1")
    collector.collect(block.output, named: "linear2")
    collector.collect(block.attentionNorm, named: "norm1")
    collector.collect(memoryNorm, named: "norm2")
    collector.collect(block.hiddenNorm, named: "norm3")
  }
}
