import GlissadeTraining

extension GoldenModules {
  /// Cross-entropies of PyTorch.
  static let crossEntropies: [String: GoldenModule.Maker] = [
    "torch.nn.functional.cross_entropy": { hyper in
      let reduction = try hyper.reduction
      let smoothing = try hyper.optionalNumber("label_smoothing") ?? 0
      let ignoring = try hyper.optionalCount("ignore_index", from: -1_000)
      return GoldenModule { inputs in
        let logits = classesLast(try inputs.variable("input"))
        let weights = inputs.has("weight") ? try inputs.variable("weight").value.doubles : nil
        if let probabilities = try? inputs.variable("target") {
          let loss = crossEntropy(
            logits, probabilities: classesLast(probabilities), weights: weights, smoothing: smoothing,
            reduction: reduction)
          return ["value": loss]
        }
        let loss = crossEntropy(
          logits, labels: try inputs.integers("target"), weights: weights, smoothing: smoothing, ignoring: ignoring,
          reduction: reduction)
        return ["value": loss]
      }
    },
    "torch.nn.functional.nll_loss": { hyper in
      let reduction = try hyper.reduction
      let ignoring = try hyper.optionalCount("ignore_index", from: -1_000)
      return GoldenModule { inputs in
        let weights = inputs.has("weight") ? try inputs.variable("weight").value.doubles : nil
        let loss = negativeLogLikelihood(
          classesLast(try inputs.variable("input")), labels: try inputs.integers("target"), weights: weights,
          ignoring: ignoring, reduction: reduction)
        return ["value": loss]
      }
    },
    "torch.nn.functional.binary_cross_entropy_with_logits": { hyper in
      let reduction = try hyper.reduction
      return GoldenModule { inputs in
        let loss = binaryCrossEntropy(
          try inputs.variable("input"), targets: try inputs.variable("target"),
          weight: inputs.has("weight") ? try inputs.variable("weight") : nil,
          positiveWeight: inputs.has("pos_weight") ? try inputs.variable("pos_weight") : nil, reduction: reduction)
        return ["value": loss]
      }
    },
    "torch.nn.functional.binary_cross_entropy": { hyper in
      let reduction = try hyper.reduction
      return loss { binaryCrossEntropy(probabilities: $0, targets: $1, reduction: reduction) }
    },
  ]

  /// PyTorch's scores, whose classes are on the second axis, with classes on the last one.
  private static func classesLast(_ x: Variable<Double>) -> Variable<Double> {
    guard x.shape.rank > 2 else { return x }
    return x.transposed([0] + Array(2..<x.shape.rank) + [1])
  }
}
