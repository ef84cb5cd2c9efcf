/// The hyperparameters that suit optimizers on the digits, where these differ from the optimizers' defaults.
///
/// With them, or else with its defaults, every registered optimizer reads more than nine of ten test digits after 30 epochs;
/// `.ci/check-train-defaults` trains them all, for fewer. What the command line sets goes first.
enum DigitsSettings {
  private static let table: [String: [String: String]] = [
    "gradient-descent": ["learningRate": "0.1"], "sgd": ["learningRate": "0.1"], "momentum": ["learningRate": "0.02"],
    "nesterov": ["learningRate": "0.02"], "asgd": ["learningRate": "0.1"],
    "optimistic-gradient-descent": ["learningRate": "0.1"],
    "adagrad": ["learningRate": "0.1"], "rmsprop": ["learningRate": "0.001"],
    // Signs of mini-batches change too often for steps that grow.
    "rprop": ["learningRate": "0.003", "largestStep": "0.003"],
    "adam": ["learningRate": "0.003"], "adamw": ["learningRate": "0.003"], "amsgrad": ["learningRate": "0.003"],
    "adamax": ["learningRate": "0.01"], "nadam": ["learningRate": "0.003"], "nadamw": ["learningRate": "0.003"],
    "radam": ["learningRate": "0.003"], "adabelief": ["learningRate": "0.003"], "adan": ["learningRate": "0.003"],
    "adopt": ["learningRate": "0.003"], "ademamix": ["learningRate": "0.003"], "laprop": ["learningRate": "0.003"],
    "acprop": ["learningRate": "0.01", "epsilon": "0.001"], "optimistic-adam": ["learningRate": "0.003"],
    "lion": ["learningRate": "0.0003"], "signsgd": ["learningRate": "0.003"], "signum": ["learningRate": "0.001"],
    "lamb": ["learningRate": "0.003"], "muon": ["learningRate": "0.01"], "shampoo": ["learningRate": "0.3"],
    "scalable-shampoo": ["learningRate": "0.1"], "dowg": ["learningRate": "0.3"],
  ]

  /// What suits an optimizer, by name of the hyperparameter.
  static func standard(for optimizer: String) -> [String: String] { table[optimizer] ?? [:] }
}
