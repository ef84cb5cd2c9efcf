import GlissadeTraining

extension GoldenModules {
  /// Recurrent layers, attention and transformer blocks.
  static let sequenceLayers: [String: GoldenModule.Maker] = [
    "torch.nn.RNN": { hyper in
      let rectified = try hyper.text("nonlinearity") == "relu"
      return try recurrent(.elman(rectified: rectified), hyper)
    },
    "torch.nn.GRU": { try recurrent(.gated, $0) },
    "torch.nn.LSTM": { try recurrent(.longShortTerm, $0) },
    "torch.nn.functional.scaled_dot_product_attention": { hyper in
      let (isCausal, scale) = (try hyper.flag("is_causal"), try hyper.optionalNumber("scale"))
      return GoldenModule { inputs in
        var mask: Variable<Double>?
        if let numbers = inputs.variables["attn_mask"] {
          mask = numbers
        } else if inputs.has("attn_mask") {
          // Here true means: attend.
          mask = inputs.tape.mask(try inputs.shape("attn_mask"), attending: try inputs.flags("attn_mask"))
        }
        let output = attention(
          try inputs.variable("query"), try inputs.variable("key"), try inputs.variable("value"), mask: mask,
          isCausal: isCausal, scale: scale)
        return ["output": output]
      }
    },
    "torch.nn.MultiheadAttention": { hyper in
      for (key, only) in [
        ("dropout", JSONValue.number(0)), ("add_bias_kv", .bool(false)), ("add_zero_attn", .bool(false)),
      ] { try hyper.require(key, only) }
      let batchFirst = try hyper.flag("batch_first")
      // Only the note says whether the weights are averaged over the heads.
      let isPerHead = hyper.note.contains("per head")
      let layer = MultiHeadAttention(
        width: try hyper.count("embed_dim"), heads: try hyper.count("num_heads"), bias: try hyper.flag("bias"),
        keyWidth: try hyper.optionalCount("kdim", from: 1), valueWidth: try hyper.optionalCount("vdim", from: 1))
      return GoldenModule(layer) { inputs in
        func placed(_ x: Variable<Double>) -> Variable<Double> { batchFirst ? x : x.transposed(1, 0, 2) }
        let query = placed(try inputs.variable(inputs.has("query") ? "query" : "input"))
        let key = inputs.has("key") ? placed(try inputs.variable("key")) : query
        let value = inputs.has("value") ? placed(try inputs.variable("value")) : query
        let mask = try attentionMask(inputs)
        let weights = layer.attend(query, to: key, value, mask: mask).weights
        return [
          "output": placed(layer(query, to: key, value, mask: mask)),
          "weights": isPerHead ? weights : weights.mean(axis: 1),
        ]
      }
    },
    "torch.nn.TransformerEncoderLayer": { hyper in
      try hyper.require("batch_first", .bool(true))
      try hyper.require("bias", .bool(true))
      try hyper.require("dropout", .number(0))
      guard let activation = TransformerBlock.Activation(rawValue: try hyper.text("activation")) else {
        throw GoldenUnsupported("there is no such activation")
      }
      let layer = TransformerBlock(
        width: try hyper.count("d_model"), heads: try hyper.count("nhead"),
        hidden: try hyper.count("dim_feedforward"), normalizesFirst: try hyper.flag("norm_first"),
        activation: activation, epsilon: try hyper.number("layer_norm_eps"))
      return GoldenModule(layer) {
        ["output": layer(try $0.variable("input"), mask: try attentionMask($0))]
      }
    },
    "torch.nn.TransformerDecoderLayer": { hyper in
      try hyper.require("batch_first", .bool(true))
      try hyper.require("bias", .bool(true))
      try hyper.require("dropout", .number(0))
      let layer = TransformerDecoderBlock(
        width: try hyper.count("d_model"), heads: try hyper.count("nhead"),
        hidden: try hyper.count("dim_feedforward"), isCausal: false, normalizesFirst: try hyper.flag("norm_first"),
        activation: .relu, epsilon: try hyper.number("layer_norm_eps"))
      return GoldenModule(Holder(layer)) { inputs in
        let output = layer(
          try inputs.variable("tgt"), memory: try inputs.variable("memory"), mask: try attentionMask(inputs))
        return ["output": output]
      }
    },
  ]

  /// The mask of a case, where true means: do not attend.
  private static func attentionMask(_ inputs: GoldenInputs) throws -> Variable<Double>? {
    for name in ["attn_mask", "src_mask", "tgt_mask", "mask"] where inputs.has(name) {
      return inputs.tape.mask(try inputs.shape(name), attending: try inputs.flags(name).map { !$0 })
    }
    guard inputs.has("key_padding_mask") else { return nil }
    let shape = try inputs.shape("key_padding_mask")
    return inputs.tape.mask(
      [shape[0], 1, 1, shape[1]], attending: try inputs.flags("key_padding_mask").map { !$0 })
  }

  private static func recurrent(_ cell: RecurrentCell, _ hyper: GoldenHyper) throws -> GoldenModule {
    try hyper.require("dropout", .number(0))
    let layer = Recurrent(
      cell, try hyper.count("input_size"), hidden: try hyper.count("hidden_size"),
      layers: try hyper.count("num_layers"), bidirectional: try hyper.flag("bidirectional"),
      bias: try hyper.flag("bias"), batchFirst: try hyper.flag("batch_first"))
    return GoldenModule(layer) { inputs in
      var start: RecurrentState<Double>?
      if inputs.has("h0") {
        start = RecurrentState(
          hidden: try inputs.variable("h0"), cell: inputs.has("c0") ? try inputs.variable("c0") : nil)
      }
      let (output, state) = layer(try inputs.variable("input"), from: start)
      var outputs = ["output": output, "h_n": state.hidden]
      outputs["c_n"] = state.cell
      return outputs
    }
  }
}
