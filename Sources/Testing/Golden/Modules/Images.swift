import GlissadeTraining

extension GoldenModules {
  /// Convolutions, pooling, interpolation.
  static let images: [String: GoldenModule.Maker] = [
    "torch.nn.Conv1d": { GoldenModule(try convolution($0) as Conv1d) },
    "torch.nn.Conv2d": { GoldenModule(try convolution($0) as Conv2d) },
    "torch.nn.Conv3d": { GoldenModule(try convolution($0) as Conv3d) },
    "torch.nn.ConvTranspose1d": { GoldenModule(try transposedConvolution($0) as ConvTranspose1d) },
    "torch.nn.ConvTranspose2d": { GoldenModule(try transposedConvolution($0) as ConvTranspose2d) },
    "torch.nn.MaxPool1d": { GoldenModule(try maximumPool($0) as MaxPool1d) },
    "torch.nn.MaxPool2d": { GoldenModule(try maximumPool($0) as MaxPool2d) },
    "torch.nn.AvgPool1d": { GoldenModule(try averagePool($0) as AvgPool1d) },
    "torch.nn.AvgPool2d": { GoldenModule(try averagePool($0) as AvgPool2d) },
    "torch.nn.AdaptiveAvgPool1d": { GoldenModule(AdaptiveAvgPool1d(try $0.sizes("output_size"))) },
    "torch.nn.AdaptiveAvgPool2d": { GoldenModule(AdaptiveAvgPool2d(try $0.sizes("output_size"))) },
    "torch.nn.AdaptiveMaxPool2d": { hyper in
      try hyper.require("return_indices", .bool(false))
      return GoldenModule(AdaptiveMaxPool2d(try hyper.sizes("output_size")))
    },
    "torch.nn.Upsample": { hyper in
      try hyper.require("recompute_scale_factor", .null)
      let alignsCorners = hyper.value("align_corners") == .bool(true)
      let interpolation: Interpolation
      switch try hyper.text("mode") {
      case "nearest": interpolation = .nearest
      case "linear", "bilinear", "trilinear": interpolation = alignsCorners ? .linearAligningCorners : .linear
      case let mode: throw GoldenUnsupported("'mode' is \(mode)")
      }
      let (factors, sizes) = (try hyper.optionalSizes("scale_factor"), try hyper.optionalSizes("size"))
      if let factors { return GoldenModule(Upsample(by: factors, interpolation)) }
      guard let sizes else { throw GoldenUnsupported("there is neither 'scale_factor' nor 'size'") }
      return GoldenModule(Upsample(to: sizes, interpolation))
    },
    "torch.nn.PixelShuffle": { GoldenModule(PixelShuffle(try $0.count("upscale_factor"))) },
  ]

  private static func convolution<Rank: SpatialRank>(_ hyper: GoldenHyper) throws -> Convolution<Rank> {
    let border = try hyper.text("padding_mode")
    guard let mode = BorderMode(rawValue: border) else { throw GoldenUnsupported("'padding_mode' is \(border)") }
    let padding: Padding = hyper.value("padding")?.text == "same" ? .same : .by(try hyper.sizes("padding"))
    return Convolution(
      try hyper.count("in_channels"), try hyper.count("out_channels"), kernel: try hyper.sizes("kernel_size"),
      stride: try hyper.sizes("stride"), padding: padding, dilation: try hyper.sizes("dilation"),
      groups: try hyper.count("groups"), border: mode, bias: try hyper.flag("bias"))
  }

  private static func transposedConvolution<Rank: SpatialRank>(
    _ hyper: GoldenHyper
  ) throws -> TransposedConvolution<Rank> {
    try hyper.require("padding_mode", .text("zeros"))
    return TransposedConvolution(
      try hyper.count("in_channels"), try hyper.count("out_channels"), kernel: try hyper.sizes("kernel_size"),
      stride: try hyper.sizes("stride"), padding: .by(try hyper.sizes("padding")),
      outputPadding: try hyper.sizes("output_padding"), dilation: try hyper.sizes("dilation"),
      groups: try hyper.count("groups"), bias: try hyper.flag("bias"))
  }

  private static func maximumPool<Rank: SpatialRank>(_ hyper: GoldenHyper) throws -> MaxPool<Rank> {
    try hyper.require("return_indices", .bool(false))
    return MaxPool(
      try hyper.sizes("kernel_size"), stride: try hyper.optionalSizes("stride"),
      padding: .by(try hyper.sizes("padding")), dilation: try hyper.sizes("dilation"),
      roundsUp: try hyper.flag("ceil_mode"))
  }

  private static func averagePool<Rank: SpatialRank>(_ hyper: GoldenHyper) throws -> AveragePool<Rank> {
    try hyper.require("divisor_override", .null)
    return AveragePool(
      try hyper.sizes("kernel_size"), stride: try hyper.optionalSizes("stride"),
      padding: .by(try hyper.sizes("padding")), roundsUp: try hyper.flag("ceil_mode"),
      countsPadding: try hyper.flag("count_include_pad"))
  }
}

extension GoldenHyper {
  /// One size for all axes or one for each.
  fileprivate func sizes(_ key: String) throws -> SpatialSizes {
    guard let sizes = try optionalSizes(key) else { throw GoldenUnsupported("there is no '\(key)'") }
    return sizes
  }

  /// One size for all axes or one for each, nil for null or nothing.
  fileprivate func optionalSizes(_ key: String) throws -> SpatialSizes? {
    guard let value = value(key), value != .null else { return nil }
    let legal = key.contains("padding") ? 0...4_096 : 1...4_096
    let sizes = (value.array ?? [value]).compactMap(\.count)
    guard sizes.count == value.array?.count ?? 1, !sizes.isEmpty, sizes.allSatisfy(legal.contains) else {
      throw GoldenUnsupported("'\(key)' is \(value)")
    }
    return value.array == nil ? .all(sizes[0]) : .each(sizes)
  }
}
