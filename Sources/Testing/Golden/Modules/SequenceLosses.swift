import GlissadeTraining

extension GoldenModules {
  /// Connectionist temporal classification.
  static let sequenceLosses: [String: GoldenModule.Maker] = [
    "torch.nn.functional.ctc_loss": { hyper in
      let (reduction, blank) = (try hyper.reduction, try hyper.count("blank"))
      let fromLogits = try hyper.flag("log_softmax")
      return GoldenModule { inputs in
        let shape = try inputs.shape("targets")
        let flat = try inputs.integers("targets")
        let counts = try inputs.integers("target_lengths")
        let targets = counts.enumerated().map { Array(flat[($0.offset * shape[1])...].prefix($0.element)) }
        let lengths = try inputs.integers("input_lengths")
        if fromLogits {
          let x = logSoftmax(try inputs.variable("logits"))
          return ["value": ctcLoss(x, targets: targets, lengths: lengths, blank: blank, reduction: reduction)]
        }
        let x = try inputs.variable("log_probs")
        let loss = ctcLoss(x, targets: targets, lengths: lengths, blank: blank, reduction: reduction)
        // PyTorch hands back the gradient of the logits whose logarithmic softmax this would be: e^x more.
        let shares = targets.map { reduction == .mean ? 1 / Double(max(1, $0.count) * targets.count) : 1 }
        let classes = x.shape[2]
        let counted = (0..<x.shape.count).map { index -> Double in
          let (time, sequence) = (index / classes / targets.count, index / classes % targets.count)
          return time < lengths[sequence] ? shares[sequence] : 0
        }
        let mass = exp(x) * x.tape.constant(Tensor(x.shape, counted))
        let extra = (mass - mass.stopGradient()).sum(axis: 0).sum(axis: -1)
        return ["value": reduction == .none ? loss + extra : loss + extra.sum()]
      }
    }
  ]
}
