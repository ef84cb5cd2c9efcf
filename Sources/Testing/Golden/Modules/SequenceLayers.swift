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
      let (keyWidth, valueWidth) = (try hyper.optionalNumber("kdim"), try hyper.optionalNumber("vdim"))
      let layer = MultiHeadAttention(
        width: try hyper.count("embed_dim"), heads: try hyper.count("num_heads"), bias: try hyper.flag("bias"),
        keyWidth: keyWidth.map { Int($0) }, valueWidth: valueWidth.map { Int($0) })
      return GoldenModule(layer, names: attentionNames("", "")) { inputs in
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
      return GoldenModule(layer, names: blockNames("")) {
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
      var names = blockNames("part.block.")
      names.merge(attentionNames("multihead_attn.", "part.memoryAttention.")) { $1 }
      // The third normalization is that of the dense layers.
      names["norm3.weight"] = names["norm2.weight"]
      names["norm3.bias"] = names["norm2.bias"]
      names["norm2.weight"] = ["part.memoryNorm.gain"]
      names["norm2.bias"] = ["part.memoryNorm.offset"]
      return GoldenModule(Holder(layer), names: names) { inputs in
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
    let (layers, isBidirectional) = (try hyper.count("num_layers"), try hyper.flag("bidirectional"))
    let layer = Recurrent(
      cell, try hyper.count("input_size"), hidden: try hyper.count("hidden_size"), layers: layers,
      bidirectional: isBidirectional, bias: try hyper.flag("bias"), batchFirst: try hyper.flag("batch_first"))
    var names: [String: [String]] = [:]
    for index in 0..<layers {
      for direction in 0..<(isBidirectional ? 2 : 1) {
        let theirs = "_l\(index)\(direction == 1 ? "_reverse" : "")"
        let ours = "weights.\(index).\(direction)."
        names["weight_ih\(theirs)"] = [ours + "inputWeight"]
        names["weight_hh\(theirs)"] = [ours + "hiddenWeight"]
        names["bias_ih\(theirs)"] = [ours + "inputBias"]
        names["bias_hh\(theirs)"] = [ours + "hiddenBias"]
      }
    }
    return GoldenModule(layer, names: names) { inputs in
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

  /// PyTorch's names of the parts of an attention.
  private static func attentionNames(_ theirs: String, _ ours: String) -> [String: [String]] {
    let parts = ["query", "key", "value"]
    return [
      theirs + "in_proj_weight": parts.map { "\(ours)\($0).weight" },
      theirs + "in_proj_bias": parts.map { "\(ours)\($0).bias" },
      theirs + "q_proj_weight": ["\(ours)query.weight"], theirs + "k_proj_weight": ["\(ours)key.weight"],
      theirs + "v_proj_weight": ["\(ours)value.weight"], theirs + "out_proj.weight": ["\(ours)output.weight"],
      theirs + "out_proj.bias": ["\(ours)output.bias"],
    ]
  }

  private static func blockNames(_ ours: String) -> [String: [String]] {
    var names = attentionNames("self_attn.", ours + "attention.")
    for (theirs, part) in [("linear1", "hidden"), ("linear2", "output")] {
      names["\(theirs).weight"] = ["\(ours)\(part).weight"]
      names["\(theirs).bias"] = ["\(ours)\(part).bias"]
    }
    for (theirs, part) in [("norm1", "attentionNorm"), ("norm2", "hiddenNorm")] {
      names["\(theirs).weight"] = ["\(ours)\(part).gain"]
      names["\(theirs).bias"] = ["\(ours)\(part).offset"]
    }
    return names
  }
}
