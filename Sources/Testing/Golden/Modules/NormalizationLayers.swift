import GlissadeTraining

extension GoldenModules {
  /// Normalization layers.
  static let normalizationLayers: [String: GoldenModule.Maker] = [
    "torch.nn.BatchNorm1d": { try batchNorm($0) },
    "torch.nn.BatchNorm2d": { try batchNorm($0) },
    "torch.nn.LayerNorm": { hyper in
      let sizes = try hyper.required("normalized_shape").array?.compactMap(\.count) ?? []
      let isAffine = try hyper.flag("elementwise_affine")
      let hasBias = try hyper.flag("bias")
      return GoldenModule(
        LayerNorm(
          shape: Shape(sizes), epsilon: try hyper.number("eps"), gain: isAffine, offset: isAffine && hasBias))
    },
    "torch.nn.GroupNorm": { hyper in
      try hyper.require("bias", .bool(true))
      return GoldenModule(
        GroupNorm(
          groups: try hyper.count("num_groups"), channels: try hyper.count("num_channels"),
          epsilon: try hyper.number("eps"), affine: try hyper.flag("affine")))
    },
    "torch.nn.InstanceNorm1d": { try instanceNorm($0) },
    "torch.nn.InstanceNorm2d": { try instanceNorm($0) },
    "torch.nn.RMSNorm": { hyper in
      let sizes = try hyper.required("normalized_shape").array?.compactMap(\.count) ?? []
      guard sizes.count == 1 else { throw GoldenUnsupported("RMS normalization over \(sizes.count) axes") }
      return GoldenModule(
        RMSNorm(
          sizes[0], epsilon: try hyper.optionalNumber("eps"), gain: try hyper.flag("elementwise_affine")))
    },
    "torch.nn.LocalResponseNorm": { hyper in
      let layer = LocalResponseNorm(
        size: try hyper.count("size"), alpha: try hyper.number("alpha"), beta: try hyper.number("beta"),
        k: try hyper.number("k"))
      return GoldenModule(layer)
    },
  ]

  private static func batchNorm(_ hyper: GoldenHyper) throws -> GoldenModule {
    try hyper.require("bias", .bool(true))
    var module = GoldenModule(
      BatchNorm(
        try hyper.count("num_features"), epsilon: try hyper.number("eps"),
        momentum: try hyper.optionalNumber("momentum"), affine: try hyper.flag("affine"),
        tracksStatistics: try hyper.flag("track_running_stats")))
    module.isTraining = true
    return module
  }

  private static func instanceNorm(_ hyper: GoldenHyper) throws -> GoldenModule {
    try hyper.require("bias", .bool(true))
    var module = GoldenModule(
      InstanceNorm(
        try hyper.count("num_features"), epsilon: try hyper.number("eps"),
        momentum: try hyper.number("momentum"), affine: try hyper.flag("affine"),
        tracksStatistics: try hyper.flag("track_running_stats")))
    module.isTraining = true
    return module
  }
}
