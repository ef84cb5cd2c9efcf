extension Muon {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "muon", Muon(), summary: "momentum of a matrix, made orthogonal; Adam for what is not a matrix",
    paper: "Jordan et al. 2024 (kellerjordan.github.io/posts/muon)", laws: .segmented,
    examples: [
      [:],
      [
        "nesterov": "false", "momentum": "0.9", "adjustment": "matchAdam", "rootMeanSquare": "0.3",
        "targets": "kernels", "adamWeightDecay": "0.1", "adamLearningRate": "0.01",
      ],
      ["definition": "optax", "axes": "inOut", "targets": "matrices", "norm": "spectral", "adamEpsilonRoot": "1e-12"],
      [
        "definition": "optax", "adaptive": "true", "adjustment": "spectral", "weightDecay": "0", "steps": "3",
        "a": "2", "b": "-1.5", "c": "0.5",
      ],
      ["definition": "optax", "nesterov": "false", "adjustment": "none", "adamBeta1": "0.8", "adamBeta2": "0.99"],
    ],
    [
      .number("learningRate", \.learningRate, .nonNegative), .choice("definition", \.definition),
      .number("momentum", \.momentum, .decay), .flag("nesterov", \.nesterov),
      .number("weightDecay", \.weightDecay, .nonNegative), .number("a", \.iteration.a), .number("b", \.iteration.b),
      .number("c", \.iteration.c), .count("steps", \.iteration.steps, minimum: 0),
      .number("epsilon", \.epsilon, .nonNegative), .choice("norm", \.norm), .flag("adaptive", \.adaptive),
      .choice("adjustment", \.adjustment), .number("rootMeanSquare", \.rootMeanSquare, .positive),
      .choice("axes", \.axes), .choice("targets", \.targets),
      .number("adamLearningRate", \.adamLearningRate, .nonNegative), .number("adamBeta1", \.adamBeta1, .decay),
      .number("adamBeta2", \.adamBeta2, .decay), .number("adamEpsilon", \.adamEpsilon, .positive),
      .number("adamEpsilonRoot", \.adamEpsilonRoot, .nonNegative),
      .number("adamWeightDecay", \.adamWeightDecay, .nonNegative),
    ])
}
