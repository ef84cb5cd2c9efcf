import GlissadeTraining

extension GoldenModules {
  /// Losses of differences, and of distributions.
  static let basicLosses: [String: GoldenModule.Maker] = [
    "torch.nn.functional.mse_loss": { hyper in
      let reduction = try hyper.reduction
      return loss { meanSquaredError($0, targets: $1, reduction: reduction) }
    },
    "torch.nn.functional.l1_loss": { hyper in
      let reduction = try hyper.reduction
      return loss { meanAbsoluteError($0, targets: $1, reduction: reduction) }
    },
    "torch.nn.functional.huber_loss": { hyper in
      let (reduction, delta) = (try hyper.reduction, try hyper.number("delta"))
      return loss { huberLoss($0, targets: $1, delta: delta, reduction: reduction) }
    },
    "torch.nn.functional.smooth_l1_loss": { hyper in
      let (reduction, beta) = (try hyper.reduction, try hyper.number("beta"))
      return loss { smoothL1Loss($0, targets: $1, beta: beta, reduction: reduction) }
    },
    "torch.nn.functional.kl_div": { hyper in
      let isBatchMean = hyper.isBatchMean
      let reduction = isBatchMean ? LossReduction.none : try hyper.reduction
      let isLogarithmic = try hyper.flag("log_target")
      return loss { x, t in
        let losses = klDivergence(x, targets: t, logarithmicTargets: isLogarithmic, reduction: reduction)
        return isBatchMean ? losses.sum() / Double(x.shape[0]) : losses
      }
    },
    "torch.nn.functional.poisson_nll_loss": { hyper in
      let (reduction, epsilon) = (try hyper.reduction, try hyper.number("eps"))
      let (isLogarithmic, full) = (try hyper.flag("log_input"), try hyper.flag("full"))
      return loss {
        poissonNegativeLogLikelihood(
          $0, targets: $1, logarithmicInput: isLogarithmic, full: full, epsilon: epsilon, reduction: reduction)
      }
    },
    "torch.nn.functional.gaussian_nll_loss": { hyper in
      let (reduction, epsilon, full) = (try hyper.reduction, try hyper.number("eps"), try hyper.flag("full"))
      return GoldenModule {
        let loss = gaussianNegativeLogLikelihood(
          try $0.variable("input"), targets: try $0.variable("target"), variance: try $0.variable("var"), full: full,
          epsilon: epsilon, reduction: reduction)
        return ["value": loss]
      }
    },
  ]

  /// A loss of predictions and targets.
  static func loss(
    _ body: @escaping (Variable<Double>, Variable<Double>) throws -> Variable<Double>
  ) -> GoldenModule {
    GoldenModule { ["value": try body(try $0.variable("input"), try $0.variable("target"))] }
  }
}

extension GoldenHyper {
  /// PyTorch's reduction.
  var reduction: LossReduction {
    get throws {
      let name = try text("reduction")
      guard let reduction = LossReduction(rawValue: name) else {
        throw GoldenUnsupported("there is no reduction '\(name)'")
      }
      return reduction
    }
  }

  /// Whether the reduction is the sum divided by the size of the batch.
  var isBatchMean: Bool { value("reduction") == .text("batchmean") }
}
