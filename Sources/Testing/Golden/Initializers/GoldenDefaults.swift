import GlissadeLayers

extension GoldenInitializers {
  /// How the parameters of PyTorch's layers begin: here the same layers, told to begin so where their own defaults differ.
  static func defaults(_ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison) throws {
    let entries = PyTorchNames(of: try layer(item.className, hyper)).entries.filter { $0.state == nil }
    let shapes = try item.expected("parameters").object ?? [:]
    comparison.expect(
      Set(entries.map(\.name)) == Set(shapes.keys),
      "the parameters are \(entries.map(\.name)), not \(shapes.keys.sorted())")
    let constants = try item.expected("constants").object ?? [:]
    var samples = try item.expected("samples").array ?? []
    for entry in entries {
      comparison.compare(
        entry.shape.sizesArray.map(Double.init), shapes[entry.name]?.numbers ?? [], "the shape of \(entry.name)")
      if let constant = constants[entry.name]?.number {
        for parameter in entry.parameters {
          let values = parameter.initializer.values(shape: parameter.shape, stream: GoldenSample.stream)
          comparison.compare(
            values, [Double](repeating: constant, count: parameter.shape.count), "the values of \(entry.name)")
        }
        continue
      }
      // Samples have no names, but of those of one shape all are alike.
      guard let index = samples.firstIndex(where: { $0["shape"]?.numbers == entry.shape.sizesArray.map(Double.init) })
      else { throw GoldenUnsupported("there is no sample of the shape of \(entry.name)") }
      var sample = samples.remove(at: index).object ?? [:]
      sample["shape"] = nil
      for parameter in entry.parameters {
        try GoldenSample(parameter.initializer, shape: parameter.shape).compare(
          .object(sample), entry.name, &comparison)
      }
    }
  }

  private static func layer(_ name: String, _ hyper: GoldenHyper) throws -> any Sendable {
    switch name {
    case "torch.nn.Linear":
      let inputs = try hyper.count("in_features")
      return Dense(
        inputs, try hyper.count("out_features"), initializer: .pyTorch, biasInitializer: .pyTorch(fanIn: inputs))
    case "torch.nn.Conv1d": return try convolution(hyper) as Conv1d
    case "torch.nn.Conv2d": return try convolution(hyper) as Conv2d
    case "torch.nn.ConvTranspose2d":
      let (outputs, kernel) = (try hyper.count("out_channels"), try hyper.count("kernel_size"))
      return ConvTranspose2d(
        try hyper.count("in_channels"), outputs, kernel: .all(kernel), initializer: .pyTorch,
        biasInitializer: .pyTorch(fanIn: outputs * kernel * kernel))
    case "torch.nn.Embedding": return Embedding(try hyper.count("num_embeddings"), try hyper.count("embedding_dim"))
    case "torch.nn.BatchNorm2d": return BatchNorm(try hyper.count("num_features"))
    case "torch.nn.LayerNorm": return LayerNorm(try hyper.count("normalized_shape"))
    case "torch.nn.GroupNorm":
      return GroupNorm(groups: try hyper.count("num_groups"), channels: try hyper.count("num_channels"))
    case "torch.nn.RMSNorm": return RMSNorm(try hyper.count("normalized_shape"))
    case "torch.nn.RNN": return try recurrent(.elman(rectified: false), hyper)
    case "torch.nn.GRU": return try recurrent(.gated, hyper)
    case "torch.nn.LSTM": return try recurrent(.longShortTerm, hyper)
    case "torch.nn.MultiheadAttention":
      // PyTorch takes the three projections for one matrix [3 width, width].
      let width = try hyper.count("embed_dim")
      let bound = (6 / Double(4 * width)).squareRoot()
      return MultiHeadAttention(
        width: width, heads: try hyper.count("num_heads"), initializer: .uniform(-bound, bound),
        outputInitializer: .pyTorch)
    case "torch.nn.Bilinear":
      return Bilinear(
        try hyper.count("in1_features"), try hyper.count("in2_features"), try hyper.count("out_features"))
    case "torch.nn.PReLU": return PReLU(try hyper.count("num_parameters"))
    default: throw GoldenUnsupported("there is no translation of \(name)")
    }
  }

  private static func convolution<Rank: SpatialRank>(_ hyper: GoldenHyper) throws -> Convolution<Rank> {
    let (inputs, kernel) = (try hyper.count("in_channels"), try hyper.count("kernel_size"))
    let groups = try hyper.optionalCount("groups", from: 1) ?? 1
    let fanIn = (0..<Rank.axes).reduce(inputs / groups) { product, _ in product * kernel }
    return Convolution(
      inputs, try hyper.count("out_channels"), kernel: .all(kernel), groups: groups, initializer: .pyTorch,
      biasInitializer: .pyTorch(fanIn: fanIn))
  }

  private static func recurrent(_ cell: RecurrentCell, _ hyper: GoldenHyper) throws -> Recurrent {
    Recurrent(cell, try hyper.count("input_size"), hidden: try hyper.count("hidden_size"))
  }
}
