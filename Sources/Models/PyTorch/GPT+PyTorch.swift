extension GPT: PyTorchNamed {
  /// nanoGPT's names: `transformer.wte.weight`, `transformer.h.0.attn.c_attn.weight` …, the head's weight as `lm_head.weight` too.
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collect(tokens, named: "transformer.wte")
    collector.collect(positions, named: "transformer.wpe")
    for (index, block) in blocks.enumerated() {
      let prefix = "transformer.h.\(index)."
      let inputs = [block.attention.query, block.attention.key, block.attention.value]
      collector.collect(block.attentionNorm, named: prefix + "ln_1")
      collector.collect(rowsOf: inputs.map(\.weight), named: prefix + "attn.c_attn.weight")
      collector.collect(rowsOf: inputs.map(\.bias), named: prefix + "attn.c_attn.bias")
      collector.collect(block.attention.output, named: prefix + "attn.c_proj")
      collector.collect(block.hiddenNorm, named: prefix + "ln_2")
      collector.collect(block.hidden, named: prefix + "mlp.c_fc")
      collector.collect(block.output, named: prefix + "mlp.c_proj")
    }
    collector.collect(norm, named: "transformer.ln_f")
    collector.collect(head, named: "lm_head")
  }
}
