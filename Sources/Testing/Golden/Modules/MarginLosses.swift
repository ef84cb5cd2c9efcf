import GlissadeTraining

extension GoldenModules {
  /// Losses with margins.
  static let marginLosses: [String: GoldenModule.Maker] = [
    "torch.nn.functional.hinge_embedding_loss": { hyper in
      let (reduction, margin) = (try hyper.reduction, try hyper.number("margin"))
      return loss { hingeEmbeddingLoss($0, targets: $1, margin: margin, reduction: reduction) }
    },
    "torch.nn.functional.soft_margin_loss": { hyper in
      let reduction = try hyper.reduction
      return loss { softMarginLoss($0, targets: $1, reduction: reduction) }
    },
    "torch.nn.functional.multilabel_soft_margin_loss": { hyper in
      let reduction = try hyper.reduction
      return loss { multilabelSoftMarginLoss($0, targets: $1, reduction: reduction) }
    },
    "torch.nn.functional.multi_margin_loss": { hyper in
      let (reduction, power, margin) = (try hyper.reduction, try hyper.count("p"), try hyper.number("margin"))
      return GoldenModule { inputs in
        let weights = inputs.has("weight") ? try inputs.variable("weight").value.doubles : nil
        let loss = multiMarginLoss(
          try inputs.variable("input"), labels: try inputs.integers("target"), power: power, margin: margin,
          weights: weights, reduction: reduction)
        return ["value": loss]
      }
    },
    "torch.nn.functional.multilabel_margin_loss": { hyper in
      let reduction = try hyper.reduction
      return GoldenModule {
        let loss = multilabelMarginLoss(
          try $0.variable("input"), labels: try $0.integers("target"), reduction: reduction)
        return ["value": loss]
      }
    },
    "torch.nn.functional.cosine_embedding_loss": { hyper in
      let (reduction, margin) = (try hyper.reduction, try hyper.number("margin"))
      return pair {
        cosineEmbeddingLoss($0, $1, targets: $2, margin: margin, reduction: reduction)
      }
    },
    "torch.nn.functional.margin_ranking_loss": { hyper in
      let (reduction, margin) = (try hyper.reduction, try hyper.number("margin"))
      return pair { marginRankingLoss($0, $1, targets: $2, margin: margin, reduction: reduction) }
    },
    "torch.nn.functional.triplet_margin_loss": { hyper in
      let (reduction, margin, power) = (try hyper.reduction, try hyper.number("margin"), try hyper.count("p"))
      let (epsilon, swaps) = (try hyper.number("eps"), try hyper.flag("swap"))
      return GoldenModule {
        let loss = tripletMarginLoss(
          try $0.variable("anchor"), positive: try $0.variable("positive"), negative: try $0.variable("negative"),
          margin: margin, power: power, epsilon: epsilon, swaps: swaps, reduction: reduction)
        return ["value": loss]
      }
    },
  ]

  /// A loss of two inputs and targets.
  private static func pair(
    _ body: @escaping (Variable<Double>, Variable<Double>, Variable<Double>) -> Variable<Double>
  ) -> GoldenModule {
    GoldenModule {
      ["value": body(try $0.variable("input1"), try $0.variable("input2"), try $0.variable("target"))]
    }
  }
}
