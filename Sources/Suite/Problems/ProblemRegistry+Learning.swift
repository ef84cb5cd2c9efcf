extension ProblemRegistry {
  /// Models on data: on what is part of the package first, then on data sets that are not.
  ///
  /// A target is the test loss that the third best of sgd, momentum, rmsprop, adam and lion had within three quarters of the steps, each
  /// at the best of ten rates, in the median of five seeds, rounded up. Where none of them had learned the task there is none.
  static let learning = embedded + withData

  private static let embedded = [
    ProblemEntry("quadratic-deep", groups: ["learning"], summary: Summary.quadraticDeep) { _ in
      let problem = QuadraticDeep()
      return LearningProblem(
        "quadratic-deep", summary: Summary.quadraticDeep, objective: problem.objective, training: problem.training,
        test: problem.test, batches: BatchPlan(size: problem.batchSize), steps: 700, target: 87.3)
    },
    digits("digits-logistic", "logistic regression on the embedded digits", shape: [64], target: 0.115) {
      LogisticRegression(features: 64, classes: 10)
    },
    digits("digits-mlp", "a network 64–128–10 on the embedded digits", shape: [64], target: 0.071) { MLP(64, 128, 10) },
    digits(
      "digits-cnn", "two convolutions and a dense layer on the embedded digits", shape: [1, 8, 8], steps: 450,
      target: 0.097
    ) {
      Sequential {
        Conv2d(1, 8, kernel: 3, padding: 1)
        ReLU()
        MaxPool2d(2)
        Conv2d(8, 16, kernel: 3, padding: 1)
        ReLU()
        MaxPool2d(2)
        Flatten()
        Dense(64, 10, initializer: .glorot)
      }
    },
    digits("digits-lstm", "an LSTM that reads the embedded digits row by row", shape: [8, 8], steps: 450, target: 0.15)
    {
      SequenceRegressor(features: 8, hidden: 32, outputs: 10)
    },
    ProblemEntry("copy-gpt", groups: ["learning"], summary: Summary.copying) { _ in
      let memory = CopyMemory(gap: 10, symbolCount: 5, kinds: 8)
      let training = try memory.examples(count: 2_000, seed: 0)
      return LearningProblem(
        "copy-gpt", summary: Summary.copying,
        objective: TokenPredictor(gpt(like: training, width: 32), on: SequenceExamples.self),
        training: training, test: try memory.examples(count: 200, seed: 0, first: 2_000),
        batches: BatchPlan(size: 16), steps: 500)
    },
  ]

  private static let withData = [
    ProblemEntry("mnist-mlp", groups: ["data"], summary: Summary.mnist) { folders in
      guard case .labeled(let images) = try DataSet.load(.mnist, in: folders) else { throw DataError.noExamples }
      let data = try images.reshaped(to: [784])
      return LearningProblem(
        "mnist-mlp", summary: Summary.mnist, objective: Classifier(MLP(784, 100, 10)), training: data.training,
        test: data.test, batches: BatchPlan(size: 128), steps: 1_000)
    },
    ProblemEntry("text-gpt", groups: ["data"], summary: Summary.text) { folders in
      guard case .text(let corpus) = try DataSet.load(.text, in: folders) else { throw DataError.noExamples }
      let training = try corpus.training.windows(of: 32)
      return LearningProblem(
        "text-gpt", summary: Summary.text,
        objective: TokenPredictor(gpt(like: training, width: 64), on: TokenWindows.self),
        training: training, test: try corpus.validation.windows(of: 32, stride: 1_024), batches: BatchPlan(size: 16),
        steps: 1_000)
    },
  ]

  private enum Summary {
    static let quadraticDeep = "DeepOBS's noisy quadratic with a network's spectrum"
    static let copying = "a transformer of two blocks that copies symbols over a gap"
    static let mnist = "a network 784–100–10 on MNIST"
    static let text = "a transformer of two blocks on the characters of tinyshakespeare"
  }

  private static func gpt(like examples: some TokenExamples, width: Int) -> GPT {
    GPT(vocabulary: examples.vocabularySize, context: examples.inputLength, width: width, layers: 2, heads: 4)
  }

  private static func digits(
    _ name: String, _ summary: String, shape: Shape, steps: Int = 900, target: Double,
    _ model: @escaping @Sendable () -> some Layer
  ) -> ProblemEntry {
    ProblemEntry(name, groups: ["learning"], summary: summary) { _ in
      let digits = try Digits.load()
      let data = try LabeledData(training: digits.training, test: digits.test).reshaped(to: shape)
      return LearningProblem(
        name, summary: summary, objective: Classifier(model()), training: data.training, test: data.test,
        batches: BatchPlan(size: 32), steps: steps, target: target)
    }
  }
}
