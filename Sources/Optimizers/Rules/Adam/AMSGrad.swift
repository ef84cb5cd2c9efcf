extension Adam {
  /// AMSGrad in the registry: Adam that divides by the root of the largest mean square so far.
  ///
  /// `amsgrad` says of what the maximum is taken: by default as in PyTorch, which corrects it afterwards.
  public static let amsgradEntry = OptimizerEntry(
    "amsgrad", Adam(amsgrad: .uncorrected), summary: "Adam divided by the root of the largest mean square so far",
    paper: "Reddi, Kale, Kumar 2018 (arXiv:1904.09237)", laws: [.elementwise, .scaleInvariant],
    examples: [
      [:], ["amsgrad": "corrected", "weightDecay": "0.1", "nesterov": "true", "correctsMean": "false"],
      ["amsgrad": "corrected", "correctsMeanSquare": "false", "decay": "decoupled", "weightDecay": "0.1"],
      ["nesterov": "true", "correctsMean": "false"],
    ],
    hyperparameters)
}
