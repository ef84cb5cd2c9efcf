import GlissadeOptimizers

extension OptimizerTable {
  /// Optimizers that find their own rate, or ask the objective for more than a gradient; large enough steps to show in
  /// narrow types.
  static let parameterFreeAndEvaluating: [NamedOptimizer] = [
    NamedOptimizer("Prodigy", Prodigy(initialDistance: 0.05)),
    NamedOptimizer(
      "Prodigy, weight decay", Prodigy(beta3: 0.9, initialDistance: 0.05, growth: 2, weightDecay: 0.1)),
    NamedOptimizer("Prodigy, safeguarded", Prodigy(initialDistance: 0.05, safeguardsWarmup: true)),
    NamedOptimizer("D-Adaptation", DAdaptAdamW(initialDistance: 0.05)),
    NamedOptimizer("D-Adaptation, weight decay", DAdaptAdamW(beta2: 0.98, initialDistance: 0.05, weightDecay: 0.1)),
    NamedOptimizer("Schedule-Free SGD", ScheduleFreeSGD(learningRate: 0.05)),
    NamedOptimizer(
      "Schedule-Free SGD, warm-up, decay",
      ScheduleFreeSGD(learningRate: 0.05, beta: 0.7, weightDecay: 0.1, warmupSteps: 3, weightPower: 0.5)),
    NamedOptimizer("Schedule-Free Adam", ScheduleFreeAdamW(learningRate: 0.05)),
    NamedOptimizer(
      "Schedule-Free AdamW, warm-up",
      ScheduleFreeAdamW(learningRate: 0.05, beta: 0.7, weightDecay: 0.1, warmupSteps: 3, warmup: .immediate)),
    NamedOptimizer("DoG", DoG(startValue: 0.1)),
    NamedOptimizer("DoG, distance, weight decay", DoG(start: .distance, startValue: 0.5, weightDecay: 0.1)),
    NamedOptimizer("DoG, learning rate", DoG(start: .learningRate, startValue: 0.1)),
    NamedOptimizer("DoWG", DoWG(initialSquaredDistance: 0.1)),
    NamedOptimizer("DoWG, weight decay", DoWG(initialSquaredDistance: 0.1, weightDecay: 0.1)),
    NamedOptimizer("mechanized SGD", SGD(learningRate: 0.5).mechanized(weightDecay: 0, initialScale: 0.5)),
    NamedOptimizer(
      "mechanized momentum, weight decay",
      SGD(learningRate: 0.5, momentum: 0.9, weightDecay: 0.1).mechanized(weightDecay: 0.1, initialScale: 0.5)),
    NamedOptimizer("Polyak", OnLocalModel(base: PolyakSGD(learningRate: 0.01))),
    NamedOptimizer("Polyak, plus", OnLocalModel(base: PolyakSGD(learningRate: 0.01, scaling: 0.5, variant: .spsPlus))),
    NamedOptimizer("MoMo", OnLocalModel(base: MoMo(learningRate: 0.01))),
    NamedOptimizer(
      "MoMo, adapting, weight decay",
      OnLocalModel(base: MoMo(learningRate: 0.1, lowerBound: -1, weightDecay: 0.1, adaptsLowerBound: true))),
    NamedOptimizer("MoMo-Adam", OnLocalModel(base: MoMoAdam(learningRate: 0.05))),
    NamedOptimizer(
      "MoMo-Adam, adapting, weight decay",
      OnLocalModel(base: MoMoAdam(learningRate: 0.05, lowerBound: -1, weightDecay: 0.1, adaptsLowerBound: true))),
    NamedOptimizer("Sophia", OnLocalModel(base: Sophia(learningRate: 0.05, weightDecay: 0, updateInterval: 2))),
    NamedOptimizer(
      "Sophia of the paper, weight decay",
      OnLocalModel(
        base: Sophia(
          learningRate: 0.05, epsilon: 0.1, weightDecay: 0.1, gamma: 1, clip: nil, updateInterval: 3,
          definition: .paper))),
    NamedOptimizer("SAM", OnLocalModel(base: SGD(learningRate: 0.05, momentum: 0.9).sharpnessAware(ascents: 2))),
    NamedOptimizer(
      "ASAM", OnLocalModel(base: Adam(learningRate: 0.05).sharpnessAware(radius: 0.5, adaptive: true, epsilon: 0))),
  ]
}
