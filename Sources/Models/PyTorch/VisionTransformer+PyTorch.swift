extension VisionTransformer: PyTorchNamed {
  /// torchvision's names: `conv_proj.weight`, `encoder.layers.encoder_layer_0.self_attention.in_proj_weight` …
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collect(patches, named: "conv_proj")
    collector.collect(classToken, named: "class_token")
    collector.collect(positions, named: "encoder.pos_embedding")
    for (index, block) in blocks.enumerated() {
      let prefix = "encoder.layers.encoder_layer_\(index)."
      collector.collect(block.attentionNorm, named: prefix + "ln_1")
      collector.collect(block.attention, named: prefix + "self_attention")
      collector.collect(block.hiddenNorm, named: prefix + "ln_2")
      collector.collect(block.hidden, named: prefix + "mlp.0")
      collector.collect(block.output, named: prefix + "mlp.3")
    }
    collector.collect(norm, named: "encoder.ln")
    collector.collect(head, named: "heads.head")
  }
}
