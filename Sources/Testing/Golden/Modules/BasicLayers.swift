import GlissadeTraining

extension GoldenModules {
  /// Dense layers and layer normalization.
  static let basicLayers: [String: GoldenModule.Maker] = [
    "torch.nn.Linear": { hyper in
      GoldenModule(
        Dense(try hyper.count("in_features"), try hyper.count("out_features"), bias: try hyper.flag("bias")))
    }
  ]
}
