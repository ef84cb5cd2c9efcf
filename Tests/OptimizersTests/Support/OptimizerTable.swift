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
    NamedRule("Adam", Adam(learningRate: 0.05)),
    NamedRule("Adam, weight decay", Adam(learningRate: 0.05, beta1: 0.8, beta2: 0.99, weightDecay: 0.1)),
    NamedRule("AdamW", AdamW(learningRate: 0.05, weightDecay: 0.1)),
    NamedRule("Lion", Lion(learningRate: 0.01, weightDecay: 0.1)),
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

  static let all = rules.map { NamedOptimizer($0.name, $0.rule) } + compositions + parameterFreeAndEvaluating
}
