import GlissadeTraining

extension GoldenModules {
  /// Dense and bilinear layers, and embeddings.
  static let basicLayers: [String: GoldenModule.Maker] = [
    "torch.nn.Linear": { hyper in
      GoldenModule(
        Dense(try hyper.count("in_features"), try hyper.count("out_features"), bias: try hyper.flag("bias")))
    },
    "torch.nn.Bilinear": { hyper in
      let layer = Bilinear(
        try hyper.count("in1_features"), try hyper.count("in2_features"), try hyper.count("out_features"),
        bias: try hyper.flag("bias"))
      return GoldenModule(Holder(layer)) {
        ["output": layer(try $0.variable("input1"), try $0.variable("input2"))]
      }
    },
    "torch.nn.Embedding": { hyper in
      for (key, only) in [
        ("max_norm", JSONValue.null), ("norm_type", .number(2)), ("scale_grad_by_freq", .bool(false)),
        ("sparse", .bool(false)), ("_weight", .null), ("_freeze", .bool(false)),
      ] { try hyper.require(key, only) }
      let layer = Embedding(
        try hyper.count("num_embeddings"), try hyper.count("embedding_dim"),
        padding: try hyper.optionalCount("padding_idx"))
      return GoldenModule(layer) {
        ["output": layer(try $0.integers("input"), shape: try $0.shape("input"), on: $0.tape)]
      }
    },
  ]
}

/// Makes a layout of something that is no layer of one input.
struct Holder<Part: Sendable>: Layer, PyTorchNamed {
  let part: Part
  init(_ part: Part) { self.part = part }
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x }
  func collectPyTorchSlots(into collector: inout SlotCollector) { collector.collectContents(of: part) }
}
