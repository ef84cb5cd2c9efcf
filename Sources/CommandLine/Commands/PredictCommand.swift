import Glissade

/// `glissade predict`: the outputs of a model, its weights read from a file or newly made.
enum PredictCommand: Command {
  static let name = "predict"
  static let summary = "Applies a model with given weights, such as PyTorch's, to inputs in a file."
  static var options: [Option] {
    [
      Option("model", "NAME[:KEY=VALUE,…]", "one of \(ModelChoice.names.joined(separator: ", "))"),
      Option("outputs", "N", "number of classes, numbers or different tokens that the model predicts"),
      Option("answer-length", "N", "tokens of an answer, for seq2seq"),
      Option("weights", "FILE", "weights in PyTorch's names, safetensors (default: newly initialized)"),
      Option("input", "FILE", "safetensors with a tensor 'input', the examples first; whole numbers are tokens"),
      Option("output", "FILE", "where to write the tensor 'output', safetensors"),
      Option("save-weights", "FILE", "where to write the weights, in PyTorch's names, safetensors"),
      Option("seed", "N", "seed of new weights (default 42)"),
      Option("scalar", "TYPE", "float or double (default float)"),
    ]
  }

  static func run(_ options: ParsedOptions) throws -> Int32 {
    guard let modelText = options.text("model"), let inputPath = options.text("input"), options.text("outputs") != nil
    else { throw UsageError("'glissade predict' needs --model, --outputs and --input; --help tells of them.") }
    let choice = try ModelChoice(modelText)
    let file = try Safetensors(contentsOf: inputPath)
    guard let input = file["input"], input.shape.count >= 2, input.count > 0 else {
      throw UsageError("'\(inputPath)' has no tensor 'input' of at least two axes and one number.")
    }
    let task = try task(of: choice, input, options)
    let model = try choice.make(for: task)
    if try options.choice("scalar", of: ["float", "double"], default: "float") == "double" {
      try predict(model, task, try input.tensor(as: Double.self), options)
    } else {
      try predict(model, task, try input.tensor(as: Float.self), options)
    }
    return 0
  }

  private static func task(of choice: ModelChoice, _ input: RawTensor, _ options: ParsedOptions) throws -> ModelTask {
    let outputs = try options.integer("outputs", default: 1, minimum: 1)
    let sizes = Array(input.shape.dropFirst())
    if ["autoencoder", "recurrent"].contains(choice.name) { return .numbers(inputs: sizes, count: outputs) }
    guard [.int64, .int32].contains(input.elementType) else { return .classes(inputs: sizes, count: outputs) }
    let answer = try options.integer("answer-length", minimum: 1)
    return .tokens(vocabulary: outputs, length: sizes.reduce(1, *), answerLength: answer)
  }

  private static func predict<S: Scalar>(
    _ model: some Layer, _ task: ModelTask, _ input: Tensor<S>, _ options: ParsedOptions
  ) throws {
    if case .tokens(let vocabulary, _, _) = task {
      guard input.elements.allSatisfy({ $0.double >= 0 && $0.double < Double(vocabulary) }) else {
        throw UsageError("A token of the input is not among the \(vocabulary) that --outputs names.")
      }
    }
    let weights: PyTorchWeights<S>
    if let path = options.text("weights") {
      weights = try PyTorchWeights(try Safetensors(contentsOf: path), for: model)
    } else {
      let seed = try options.seed("seed", default: 42)
      weights = PyTorchWeights(ParameterVector(initializing: ParameterLayout(of: model), seed: seed))
    }
    let tape = Tape<S>()
    tape.bind(weights.parameters, state: weights.state)
    let output = model(tape.constant(input)).value
    if let path = options.text("save-weights") { try weights.file(for: model).write(to: path) }
    if let path = options.text("output") {
      var file = Safetensors(metadata: ["format": "pt"])
      file.insert(output, named: "output")
      try file.write(to: path)
    }
    say("\(weights.parameters.layout.count) parameters, outputs of shape \(output.shape)")
  }
}
