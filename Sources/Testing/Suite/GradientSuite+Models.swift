import GlissadeModels

extension GradientSuite {
  /// A small instance of each model, with each of its options.
  ///
  /// `modelOptions` suits them.
  public static var models: [any GradientSubject] { perceptrons + imageModels + sequenceModels }

  /// The options for models: they have thousands of parameters, and are made of parts that `subjects` checks element by element,
  /// so a few random directions are enough; the roundings of many layers add up, and normalization of the small numbers that
  /// models begin with enlarges them.
  public static func modelOptions(_ options: GradientCheckOptions = GradientCheckOptions()) -> GradientCheckOptions {
    var options = options
    if options.mode == .everyElement { options.mode = .directions(2) }
    options.lowPrecisionFactor *= 4
    return options
  }

  private static var perceptrons: [any GradientSubject] {
    [
      layer(LogisticRegression(features: 6, classes: 3), [4, 2, 3], name: "LogisticRegression"),
      layer(MLP([4, 5, 4, 3], activation: Tanh()), [3, 4], name: "MLP"),
      layer(MLP([4, 5, 3], activation: Square(), bias: false), [3, 4], name: "MLP, squares, no bias"),
      layer(Autoencoder([6, 4, 2]), [3, 2, 3], name: "Autoencoder"),
    ]
  }

  private static var imageModels: [any GradientSubject] {
    let training = Pass.training(seed: 5, step: 2)
    return [
      layer(LeNet(classes: 2, size: 12), [1, 1, 12, 12], name: "LeNet"),
      layer(TwoConvTwoDense(classes: 2, size: 4), [1, 1, 4, 4], name: "TwoConvTwoDense"),
      layer(ResidualBlock(2, 2), [2, 2, 3, 3], pass: training, name: "ResidualBlock, training"),
      layer(ResidualBlock(2, 4, stride: 2), [2, 2, 4, 4], name: "ResidualBlock, stride"),
      layer(ResNet(depth: 8, classes: 2, channels: 1, width: 2), [1, 1, 4, 4], name: "ResNet"),
      layer(
        VisionTransformer(classes: 2, size: 4, patch: 2, width: 4, layers: 1, heads: 2, hidden: 6), [2, 1, 4, 4],
        name: "VisionTransformer"),
    ]
  }

  private static var sequenceModels: [any GradientSubject] {
    let training = Pass.training(seed: 5, step: 2)
    return [
      model(CharRNN(vocabulary: 5, hidden: 3, width: 2), "CharRNN"),
      model(CharRNN(vocabulary: 5, hidden: 3, layers: 2, cell: .gated, width: 0), "CharRNN, GRU, one-hot"),
      model(
        CharRNN(vocabulary: 5, hidden: 2, layers: 2, cell: .elman(rectified: false), dropout: 0.5),
        "CharRNN, Elman, dropout", pass: training),
      model(GPT(vocabulary: 5, context: 4, width: 4, layers: 2, heads: 2), "GPT"),
      model(
        GPT(vocabulary: 5, context: 6, width: 4, layers: 1, heads: 2, bias: false, dropout: 0.25),
        "GPT, short sequence, dropout, no bias", pass: training),
      model(SequenceToSequence(vocabulary: 5, hidden: 3, answerLength: 2), "SequenceToSequence"),
      layer(SequenceRegressor(features: 2, hidden: 3, cell: .gated), [2, 4, 2], name: "SequenceRegressor"),
    ]
  }

  /// A model of tokens, of which it is given two sequences of four.
  private static func model(
    _ model: some Layer, _ name: String, pass: Pass = .evaluation
  ) -> any GradientSubject {
    let tokens = Tensor<Double>([2, 4], [0, 3, 1, 4, 2, 2, 0, 1])
    return LayerSubject(model, at: tokens, isConstant: true, seed: 7, pass: pass, name: name)
  }
}
