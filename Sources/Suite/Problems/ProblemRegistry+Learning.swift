extension ProblemRegistry {
  /// Models on data.
  static let learning = [
    ProblemEntry(
      "quadratic-deep", groups: ["learning"], summary: "DeepOBS's noisy quadratic with a network's spectrum"
    ) { _ in
      let problem = QuadraticDeep()
      return LearningProblem(
        "quadratic-deep", summary: "DeepOBS's noisy quadratic with a network's spectrum",
        objective: problem.objective, training: problem.training, test: problem.test,
        batches: BatchPlan(size: problem.batchSize), steps: 700)
    },
    digits("digits-logistic", "logistic regression on the embedded digits") {
      Dense(64, 10, initializer: .zeros)
    },
    digits("digits-mlp", "a network 64–128–10 on the embedded digits") {
      Sequential {
        Dense(64, 128)
        ReLU()
        Dense(128, 10, initializer: .glorot)
      }
    },
  ]

  private static func digits(
    _ name: String, _ summary: String, target: Double? = nil, steps: Int = 900,
    _ model: @escaping @Sendable () -> some Layer
  ) -> ProblemEntry {
    ProblemEntry(name, groups: ["learning"], summary: summary) { _ in
      let digits = try Digits.load()
      return LearningProblem(
        name, summary: summary, objective: Classifier(model()), training: digits.training, test: digits.test,
        batches: BatchPlan(size: 32), steps: steps, target: target)
    }
  }
}
