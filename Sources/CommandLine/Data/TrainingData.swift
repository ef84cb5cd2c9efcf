import Glissade

/// Examples to train on and to test with, of whatever kind.
enum TrainingData {
  /// Inputs with classes.
  case labeled(training: LabeledExamples, test: LabeledExamples)
  /// Inputs with numbers.
  case targets(training: TargetExamples, test: TargetExamples)
  /// Windows on a text.
  case windows(training: TokenWindows, test: TokenWindows)
  /// Sequences with answers.
  case sequences(training: SequenceExamples, test: SequenceExamples)

  static func labeled(_ parts: (training: LabeledExamples, test: LabeledExamples)) -> TrainingData {
    .labeled(training: parts.training, test: parts.test)
  }

  static func targets(_ parts: (training: TargetExamples, test: TargetExamples)) -> TrainingData {
    .targets(training: parts.training, test: parts.test)
  }

  /// What a model for these has to do.
  var task: ModelTask {
    switch self {
    case .labeled(let training, _):
      .classes(inputs: training.features.shape.dropping(axis: 0).sizesArray, count: training.classCount)
    case .targets(let training, _):
      .numbers(
        inputs: training.features.shape.dropping(axis: 0).sizesArray,
        count: training.targets.shape.dropping(axis: 0).count)
    case .windows(let training, _):
      .tokens(vocabulary: training.vocabularySize, length: training.inputLength, answerLength: nil)
    case .sequences(let training, _):
      .tokens(
        vocabulary: training.vocabularySize, length: training.inputLength,
        answerLength: training.targetLength == training.inputLength ? nil : training.targetLength)
    }
  }

  /// The numbers of examples.
  var counts: (training: Int, test: Int) {
    switch self {
    case .labeled(let training, let test): (training.count, test.count)
    case .targets(let training, let test): (training.count, test.count)
    case .windows(let training, let test): (training.count, test.count)
    case .sequences(let training, let test): (training.count, test.count)
    }
  }

  /// The model that is trained unless one is named.
  var standardModel: String {
    switch self {
    case .labeled: "mlp"
    case .targets(let training, _): training.features.shape.rank == 3 ? "recurrent" : "mlp"
    case .windows: "gpt"
    case .sequences(let training, _): training.targetLength == training.inputLength ? "char-rnn" : "seq2seq"
    }
  }
}
