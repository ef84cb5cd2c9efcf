extension OptimizerRegistry {
  /// All optimizers of the library, in the order of the folders of `Rules` and of methods that evaluate more.
  public static let standard = OptimizerRegistry(
    momentum + adaptive + adam + sign + layerwise + matrix + parameterFree + evaluating)

  private static let momentum = [
    GradientDescent.entry, SGD.entry, SGD.momentumEntry, SGD.nesterovEntry, ASGD.entry, OptimisticGradientDescent.entry,
  ]

  private static let adaptive = [AdaGrad.entry, AdaDelta.entry, RMSprop.entry, Rprop.entry, MADGRAD.entry]

  private static let adam = [
    Adam.entry, AdamW.entry, Adam.amsgradEntry, AdaMax.entry, NAdam.entry, AdamW.nesterovEntry, RAdam.entry,
    AdaBelief.entry, Yogi.entry, Adan.entry, ADOPT.entry, AdEMAMix.entry, SimplifiedAdEMAMix.entry, LaProp.entry,
    MARS.entry, ACProp.entry, OptimisticAdam.entry,
  ]

  private static let sign = [Lion.entry, SignSGD.entry, SignSGD.signumEntry]

  private static let layerwise = [
    LAMB.entry, LARS.entry, Fromage.entry, NovoGrad.entry, SM3.entry, Adafactor.entry,
  ]

  private static let matrix = [
    Muon.entry, Shampoo.entry, ScalableShampoo.entry, SOAP.entry, PSGDKron.entry,
  ]

  private static let parameterFree = [
    COCOB.entry, DAdaptAdamW.entry, DoG.entry, DoWG.entry, Prodigy.entry, ScheduleFreeSGD.entry,
    ScheduleFreeAdamW.entry,
  ]

  private static let evaluating = [
    PolyakSGD.entry, MoMo.entry, MoMoAdam.entry, Sophia.entry, LBFGS.entry,
  ]
}
