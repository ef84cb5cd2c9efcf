import Glissade

/// The models that the command line offers: `NAME`, or `NAME:KEY=VALUE,…`.
struct ModelChoice {
  let name: String
  private let settings: Settings

  /// Names with their settings and defaults, for the help and for mistakes.
  static let table: [(name: String, summary: String, settings: String)] = [
    ("logistic", "logistic regression", ""),
    ("mlp", "multilayer perceptron", "hidden=128,activation=relu|tanh|square,bias=yes|no"),
    ("autoencoder", "down to a code and back", "hidden=1000x500x250x30"),
    ("lenet", "LeNet-5", "activation=tanh|relu"),
    ("2c2d", "two convolutions, two dense layers", ""),
    ("resnet", "residual network of depth 6n + 2", "depth=20,width=16"),
    ("vit", "vision transformer", "patch=7,width=64,layers=4,heads=4,dropout=0"),
    ("char-rnn", "recurrent language model", "cell=lstm|gru|rnn,hidden=128,layers=1,width=128,dropout=0"),
    ("gpt", "generative transformer", "layers=4,heads=4,width=128,context=length,bias=no|yes,dropout=0"),
    ("seq2seq", "recurrent encoder and decoder", "cell=lstm|gru|rnn,hidden=128,layers=1"),
    ("recurrent", "numbers from a sequence", "cell=lstm|gru|rnn,hidden=128,layers=1"),
  ]

  static var names: [String] { table.map(\.name) }

  init(_ text: String) throws {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard Self.names.contains(halves[0]) else {
      throw UsageError("--model is one of \(Self.names.joined(separator: ", ")), not '\(halves[0])'.")
    }
    name = halves[0]
    settings = try Settings(halves.count == 2 ? halves[1] : "", of: name, option: "model")
  }

  /// The model for a task; throws a sentence where they do not go together.
  func make(for task: ModelTask) throws -> any Layer {
    let model: any Layer
    switch task {
    case .classes(let inputs, let count): model = try classifier(inputs, count)
    case .numbers(let inputs, let count): model = try regressor(inputs, count)
    case .tokens(let vocabulary, let length, let answerLength):
      model = try sequenceModel(vocabulary, length, answerLength)
    }
    try settings.requireAllRead()
    return model
  }

  private func classifier(_ inputs: [Int], _ classes: Int) throws -> any Layer {
    let features = inputs.reduce(1, *)
    switch name {
    case "logistic": return LogisticRegression(features: features, classes: classes)
    case "mlp": return try perceptron(features, classes)
    case "lenet":
      let (channels, size) = try image(inputs, atLeast: 12)
      if try settings.choice("activation", ["tanh", "relu"]) == "relu" {
        return ImageModel(inputs, LeNet(classes: classes, channels: channels, size: size, activation: ReLU()))
      }
      return ImageModel(inputs, LeNet(classes: classes, channels: channels, size: size))
    case "2c2d":
      let (channels, size) = try image(inputs, atLeast: 1)
      return ImageModel(inputs, TwoConvTwoDense(classes: classes, channels: channels, size: size))
    case "resnet":
      let (channels, _) = try image(inputs, atLeast: 1)
      let depth = try settings.count("depth", 20, minimum: 8)
      guard (depth - 2).isMultiple(of: 6) else {
        throw UsageError("The depth of a residual network is 6n + 2, such as 20 or 32, not \(depth).")
      }
      let width = try settings.count("width", 16)
      guard width.isMultiple(of: 2) else { throw UsageError("The width of a residual network is even, not \(width).") }
      return ImageModel(inputs, ResNet(depth: depth, classes: classes, channels: channels, width: width))
    case "vit":
      let (channels, size) = try image(inputs, atLeast: 1)
      let patch = try settings.count("patch", size.isMultiple(of: 7) ? 7 : 4)
      guard size.isMultiple(of: patch) else {
        throw UsageError("Patches of \(patch) pixels do not tile images of \(size); give a patch that does.")
      }
      let (width, heads) = try widthAndHeads(standard: 64)
      return ImageModel(
        inputs,
        VisionTransformer(
          classes: classes, channels: channels, size: size, patch: patch, width: width,
          layers: try settings.count("layers", 4), heads: heads, dropout: try settings.share("dropout", 0)))
    default: throw wrongTask("classes")
    }
  }

  private func regressor(_ inputs: [Int], _ outputs: Int) throws -> any Layer {
    let features = inputs.reduce(1, *)
    switch name {
    case "mlp": return try perceptron(features, outputs)
    case "autoencoder":
      guard features == outputs else { throw wrongTask("numbers other than its inputs") }
      return Autoencoder([features] + (try settings.counts("hidden", [1_000, 500, 250, 30])))
    case "recurrent":
      guard inputs.count == 2 else { throw wrongTask("inputs that are no sequences") }
      return SequenceRegressor(
        features: inputs[1], hidden: try settings.count("hidden", 128), outputs: outputs,
        layers: try settings.count("layers", 1), cell: try cell())
    default: throw wrongTask("numbers")
    }
  }

  private func sequenceModel(_ vocabulary: Int, _ length: Int, _ answerLength: Int?) throws -> any Layer {
    switch (name, answerLength) {
    case ("char-rnn", nil):
      let hidden = try settings.count("hidden", 128)
      return CharRNN(
        vocabulary: vocabulary, hidden: hidden, layers: try settings.count("layers", 1), cell: try cell(),
        width: try settings.count("width", hidden, minimum: 0), dropout: try settings.share("dropout", 0))
    case ("gpt", nil):
      let (width, heads) = try widthAndHeads(standard: 128)
      return GPT(
        vocabulary: vocabulary, context: try settings.count("context", length), width: width,
        layers: try settings.count("layers", 4), heads: heads,
        bias: try settings.choice("bias", ["no", "yes"]) == "yes", dropout: try settings.share("dropout", 0))
    case ("seq2seq", .some(let answerLength)):
      return SequenceToSequence(
        vocabulary: vocabulary, hidden: try settings.count("hidden", 128), answerLength: answerLength,
        layers: try settings.count("layers", 1), cell: try cell())
    default: throw wrongTask(answerLength == nil ? "the next token of a text" : "answers in tokens")
    }
  }

  private func perceptron(_ features: Int, _ outputs: Int) throws -> any Layer {
    let sizes = [features] + (try settings.counts("hidden", [128])) + [outputs]
    let bias = try settings.choice("bias", ["yes", "no"]) == "yes"
    switch try settings.choice("activation", ["relu", "tanh", "square"]) {
    case "tanh": return MLP(sizes, activation: Tanh(), bias: bias, initializer: .glorot)
    case "square":
      return MLP(sizes, activation: Square(), bias: bias, initializer: .pyTorch, outputInitializer: .pyTorch)
    default: return MLP(sizes, activation: ReLU(), bias: bias)
    }
  }

  private func cell() throws -> RecurrentCell {
    switch try settings.choice("cell", ["lstm", "gru", "rnn"]) {
    case "gru": .gated
    case "rnn": .elman(rectified: false)
    default: .longShortTerm
    }
  }

  private func widthAndHeads(standard: Int) throws -> (width: Int, heads: Int) {
    let (width, heads) = (try settings.count("width", standard), try settings.count("heads", 4))
    guard width.isMultiple(of: heads) else {
      throw UsageError("The width of a transformer is a multiple of its heads; \(width) is none of \(heads).")
    }
    return (width, heads)
  }

  /// Channels and size of square images; one channel where inputs have two sizes or are as many as a square has pixels.
  private func image(_ inputs: [Int], atLeast least: Int) throws -> (channels: Int, size: Int) {
    guard let sizes = ImageModel<ReLU>.sizes(inputs), sizes[1] == sizes[2], sizes[1] >= least else {
      throw UsageError(
        "The model '\(name)' takes square images of at least \(least) pixels; these inputs are \(inputs).")
    }
    return (sizes[0], sizes[1])
  }

  private func wrongTask(_ task: String) -> UsageError {
    UsageError("The model '\(name)' does not predict \(task); choose another model, or other data.")
  }
}
