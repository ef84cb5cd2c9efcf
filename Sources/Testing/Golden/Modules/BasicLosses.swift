import GlissadeTraining

extension GoldenModules {
  /// Losses of differences.
  static let basicLosses: [String: GoldenModule.Maker] = [
    "torch.nn.functional.mse_loss": { hyper in
      try hyper.require("reduction", .text("mean"))
      return loss { meanSquaredError($0, targets: $1) }
    }
  ]

  /// A loss of predictions and targets.
  static func loss(_ body: @escaping (Variable<Double>, Variable<Double>) -> Variable<Double>) -> GoldenModule {
    GoldenModule { ["value": body(try $0.variable("input"), try $0.variable("target"))] }
  }
}
