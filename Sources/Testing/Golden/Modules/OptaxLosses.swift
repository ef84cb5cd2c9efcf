import GlissadeTraining

extension GoldenModules {
  /// Losses of optax, which are not reduced.
  static let optaxLosses: [String: GoldenModule.Maker] = [
    "optax.squared_error": { _ in predictions { meanSquaredError($0, targets: $1, reduction: .none) } },
    "optax.l2_loss": { _ in predictions { 0.5 * meanSquaredError($0, targets: $1, reduction: .none) } },
    "optax.huber_loss": { hyper in
      let delta = try hyper.number("delta")
      return predictions { huberLoss($0, targets: $1, delta: delta, reduction: .none) }
    },
    "optax.log_cosh": { _ in predictions { logCosh($0, targets: $1, reduction: .none) } },
    "optax.hinge_loss": { _ in
      predictions("predictor_outputs") { hingeLoss($0, targets: $1, reduction: .none) }
    },
    "optax.sigmoid_focal_loss": { hyper in
      let (alpha, gamma) = (try hyper.optionalNumber("alpha"), try hyper.number("gamma"))
      return predictions("logits", "labels") {
        sigmoidFocalLoss($0, targets: $1, alpha: alpha, gamma: gamma, reduction: .none)
      }
    },
    "optax.sigmoid_binary_cross_entropy": { _ in
      predictions("logits", "labels") { binaryCrossEntropy($0, targets: $1, reduction: .none) }
    },
    "optax.softmax_cross_entropy": { _ in
      predictions("logits", "labels") { crossEntropy($0, probabilities: $1, reduction: .none) }
    },
    "optax.softmax_cross_entropy_with_integer_labels": { _ in
      GoldenModule {
        let loss = crossEntropy(try $0.variable("logits"), labels: try $0.integers("labels"), reduction: .none)
        return ["value": loss]
      }
    },
    "optax.smooth_labels": { hyper in
      let alpha = try hyper.number("alpha")
      return GoldenModule {
        let labels = try $0.variable("labels")
        return ["value": (1 - alpha) * labels + alpha / Double(labels.shape.columns)]
      }
    },
    "optax.cosine_distance": { _ in predictions { cosineDistance($0, targets: $1, reduction: .none) } },
    "optax.kl_divergence": { _ in
      predictions("log_predictions") {
        klDivergence($0, targets: $1, reduction: .none).sum(axis: -1)
      }
    },
    "optax.convex_kl_divergence": { _ in
      // The divergence of measures that need not sum to 1: Σ of e^x − t is added.
      predictions("log_predictions") {
        klDivergence($0, targets: $1, reduction: .none).sum(axis: -1) + (exp($0) - $1).sum(axis: -1)
      }
    },
  ]

  private static func predictions(
    _ input: String = "predictions", _ targets: String = "targets",
    _ body: @escaping (Variable<Double>, Variable<Double>) -> Variable<Double>
  ) -> GoldenModule {
    GoldenModule { ["value": body(try $0.variable(input), try $0.variable(targets))] }
  }
}
