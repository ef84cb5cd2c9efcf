import GlissadeOptimizers
import Testing

/// An optimizer under a name.
struct NamedOptimizer: CustomTestStringConvertible, Sendable {
  let name: String
  let optimizer: any Optimizer

  init(_ name: String, _ optimizer: any Optimizer) {
    self.name = name
    self.optimizer = optimizer
  }

  var testDescription: String { name }
}

/// A rule that treats every element alike, under a name.
struct NamedRule: CustomTestStringConvertible, Sendable {
  let name: String
  let rule: any ElementwiseOptimizer

  init(_ name: String, _ rule: any ElementwiseOptimizer) {
    self.name = name
    self.rule = rule
  }

  var testDescription: String { name }
}

/// Everything that the laws are tried on; a new rule or transform joins by a line here.
enum OptimizerTable {
  static let rules: [NamedRule] = [
    NamedRule("gradient descent", GradientDescent(learningRate: 0.05)),
    NamedRule("SGD", SGD(learningRate: 0.05)),
    NamedRule("SGD, weight decay", SGD(learningRate: 0.05, weightDecay: 0.1)),
    NamedRule("SGD, momentum", SGD(learningRate: 0.05, momentum: 0.9)),
    NamedRule(
      "SGD, momentum, dampening, weight decay",
      SGD(learningRate: 0.05, momentum: 0.8, dampening: 0.3, weightDecay: 0.1)),
    NamedRule("SGD, Nesterov", SGD(learningRate: 0.05, momentum: 0.9, nesterov: true, weightDecay: 0.01)),
    NamedRule("RMSprop", RMSprop(learningRate: 0.02, decay: 0.9)),
    NamedRule("RMSprop, centered", RMSprop(learningRate: 0.02, decay: 0.9, centered: true)),
    NamedRule(
      "RMSprop, centered, momentum, weight decay",
      RMSprop(learningRate: 0.02, decay: 0.9, epsilon: 1e-6, momentum: 0.7, centered: true, weightDecay: 0.1)),
    NamedRule(
      "RMSprop as optax has it, Nesterov",
      RMSprop(
        learningRate: 0.02, decay: 0.9, epsilonPlacement: .insideRoot, initialMeanSquare: 0.1, biasCorrection: true,
        momentum: 0.7, nesterov: true, buffer: .steps, weightDecay: 0.1)),
    NamedRule("ASGD, weight decay", ASGD(learningRate: 0.05, averagingStart: 2, weightDecay: 0.1)),
    NamedRule("optimistic gradient descent", OptimisticGradientDescent(learningRate: 0.05, changeWeight: 0.5)),
    NamedRule("AdaDelta", AdaDelta(epsilon: 1e-4)),
    NamedRule("AdaDelta, weight decay", AdaDelta(epsilon: 1e-4, weightDecay: 0.1)),
    NamedRule("AdaGrad", AdaGrad(learningRate: 0.05, rateDecay: 0.1)),
    NamedRule(
      "AdaGrad as optax has it",
      AdaGrad(learningRate: 0.05, initialAccumulator: 0.1, epsilon: 1e-7, epsilonPlacement: .insideRoot)),
    NamedRule("MADGRAD", MADGRAD(learningRate: 0.05)),
    NamedRule("MADGRAD, weight decay", MADGRAD(learningRate: 0.05, weightDecay: 0.1)),
    NamedRule("Rprop", Rprop(learningRate: 0.05)),
    NamedRule("Rprop, delayed", Rprop(learningRate: 0.05, smallestStep: 0.01, largestStep: 0.06, timing: .delayed)),
    NamedRule("COCOB", COCOB(alpha: 5)),
    NamedRule("COCOB, weight decay", COCOB(alpha: 5, weightDecay: 0.1)),
    NamedRule("SignSGD", SignSGD(learningRate: 0.07)),
    NamedRule("Signum", SignSGD(learningRate: 0.05, momentum: 0.9)),
    NamedRule("optimistic Adam", OptimisticAdam(learningRate: 0.05)),
    NamedRule(
      "optimistic Adam, plain mean", OptimisticAdam(learningRate: 0.05, epsilonRoot: 1e-6, nesterov: false)),
    NamedRule("Adam", Adam(learningRate: 0.05)),
    NamedRule("Adam, weight decay", Adam(learningRate: 0.05, beta1: 0.8, beta2: 0.99, weightDecay: 0.1)),
    NamedRule("AdamW", AdamW(learningRate: 0.05, weightDecay: 0.1)),
    NamedRule(
      "Adam, Nesterov, decoupled decay",
      Adam(learningRate: 0.05, weightDecay: 0.1, decay: .decoupled, epsilonRoot: 1e-6, nesterov: true)),
    NamedRule("AMSGrad", Adam(learningRate: 0.05, beta2: 0.8, amsgrad: .uncorrected)),
    NamedRule("AMSGrad, optax, decay", Adam(learningRate: 0.05, beta2: 0.8, weightDecay: 0.1, amsgrad: .corrected)),
    NamedRule("AdaMax", AdaMax(learningRate: 0.05)),
    NamedRule("AdaMax, decoupled decay", AdaMax(learningRate: 0.05, beta2: 0.8, weightDecay: 0.1, decay: .decoupled)),
    NamedRule("NAdam", NAdam(learningRate: 0.05)),
    NamedRule("NAdam, decay", NAdam(learningRate: 0.05, weightDecay: 0.1, momentumDecay: nil)),
    NamedRule("RAdam", RAdam(learningRate: 0.05, beta2: 0.9)),
    NamedRule(
      "RAdam, decay",
      RAdam(
        learningRate: 0.05, beta2: 0.9, weightDecay: 0.1, decay: .decoupled, threshold: 4,
        definition: .optax, nesterov: true)),
    NamedRule("AdaBelief", AdaBelief(learningRate: 0.05)),
    NamedRule("AdaBelief, decay", AdaBelief(learningRate: 0.05, weightDecay: 0.1, nesterov: true, amsgrad: .corrected)),
    NamedRule("Yogi", Yogi(learningRate: 0.05, initialValue: 0)),
    NamedRule("Yogi, decay", Yogi(learningRate: 0.05, beta2: 0.9, weightDecay: 0.1)),
    NamedRule("Adan", Adan(learningRate: 0.05)),
    NamedRule(
      "Adan, decay", Adan(learningRate: 0.05, weightDecay: 0.1, decay: .decoupled, changeFactor: .present)),
    NamedRule("ADOPT", ADOPT(learningRate: 0.05)),
    NamedRule(
      "ADOPT, decay",
      ADOPT(learningRate: 0.05, beta2: 0.9, weightDecay: 0.1, decay: .decoupled, nesterov: true, clips: false)),
    NamedRule("AdEMAMix", AdEMAMix(learningRate: 0.05)),
    NamedRule("AdEMAMix, decay", AdEMAMix(learningRate: 0.05, beta3: 0.99, weightDecay: 0.1, epsilonRoot: 1e-6)),
    NamedRule("simplified AdEMAMix", SimplifiedAdEMAMix(learningRate: 0.05)),
    NamedRule("simplified AdEMAMix, decay", SimplifiedAdEMAMix(learningRate: 0.05, alpha: 2, weightDecay: 0.1)),
    NamedRule("LaProp", LaProp(learningRate: 0.05)),
    NamedRule("LaProp, decay", LaProp(learningRate: 0.05, weightDecay: 0.1)),
    NamedRule("ACProp", ACProp(learningRate: 0.05)),
    NamedRule("ACProp, decay", ACProp(learningRate: 0.05, beta1: 0.8, epsilon: 1e-3, weightDecay: 0.1)),
    NamedRule("Lion", GlissadeOptimizers.Lion(learningRate: 0.01, weightDecay: 0.1)),
    NamedRule("a client's Lion", Lion(learningRate: 0.01, weightDecay: 0.1)),
    NamedRule("four slots", FourSlots()),
  ]

  static let compositions: [NamedOptimizer] = [
    NamedOptimizer("clipped Adam", Adam(learningRate: 0.05).clipped(toGlobalNorm: 1)),
    NamedOptimizer("scheduled SGD", SGD(learningRate: 0.1, momentum: 0.9).scheduled(.cosine(steps: 9, to: 0.1))),
    NamedOptimizer(
      "scheduled momentum",
      SGD(learningRate: 0.1, momentum: 0.9).scheduled(\.momentum, .linear(from: 0, to: 1, steps: 9))),
    NamedOptimizer("lookahead of RMSprop", RMSprop().lookahead(every: 3, blend: 0.25)),
    NamedOptimizer("lookahead of lookahead", Lion().lookahead(every: 2).lookahead(every: 3)),
    NamedOptimizer(
      "clipped, lookahead, scheduled AdamW",
      AdamW(learningRate: 0.05).clipped(toGlobalNorm: 1).lookahead(every: 5, blend: 0.5)
        .scheduled(.warmup(steps: 3).then(.cosine(steps: 6)))),
  ]

  /// Whether a learning rate is without effect on the steps: Rprop's is what its sizes begin with, and COCOB's a factor on
  /// gradients whose size does not matter.
  static func ignoresRate(_ rule: some Optimizer) -> Bool { rule is Rprop || rule is COCOB }

  static let all = rules.map { NamedOptimizer($0.name, $0.rule) } + compositions + parameterFreeAndEvaluating
}
