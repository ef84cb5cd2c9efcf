import GlissadeTraining

/// Examples in Double: the library's own are kept in Float, and golden numbers need all digits.
struct GoldenExamples: ExampleSet {
  let features: Tensor<Double>
  /// Classes, of an example or of each place of a sequence; none for regression.
  var labels: [Int] = []
  var targets: Tensor<Double>?
  var count: Int { features.shape[0] }
}

extension GoldenExamples {
  /// A batch of a problem: `X` and `Y`, or `tokens`, of which all but the last are inputs and all but the first targets.
  init(_ batch: JSONValue) throws {
    if let tokens = try batch["tokens"]?.tensor() {
      let (count, length) = (tokens.shape[0], tokens.shape[1])
      let numbers = tokens.elements
      let places = (0..<count).flatMap { row in (0..<length - 1).map { row * length + $0 } }
      features = Tensor([count, length - 1], places.map { numbers[$0] })
      labels = places.map { Int(numbers[$0 + 1]) }
      return
    }
    guard let x = batch["X"], let y = batch["Y"] else { throw GoldenUnsupported("a batch has no 'X' or no 'Y'") }
    features = try x.tensor()
    try take(targets: y)
  }

  /// Takes whole numbers for labels and others for targets.
  mutating func take(targets y: JSONValue) throws {
    if y["dtype"]?.text == "int64" {
      labels = y.flatNumbers.map { Int($0) }
    } else {
      targets = try y.tensor()
    }
  }

  /// Batches of labelled examples as one.
  init(joining batches: [GoldenExamples]) {
    var shape = batches[0].features.shape
    shape[0] = batches.reduce(0) { $0 + $1.count }
    features = Tensor(shape, batches.flatMap(\.features.elements))
    labels = batches.flatMap(\.labels)
  }
}

extension Batch<GoldenExamples> {
  /// The rows of the batch in a tensor of all examples.
  func rows<S: Scalar>(of tensor: Tensor<Double>) -> Tensor<S> {
    let width = tensor.count / max(1, tensor.shape[0])
    let elements = tensor.elements
    var shape = tensor.shape
    shape[0] = count
    return Tensor(shape, indices.flatMap { elements[$0 * width..<($0 + 1) * width] }.map { S($0) })
  }
}

/// Cross-entropy where examples have labels, else the mean squared error; always on the whole set.
struct GoldenObjective<Model: Layer>: Objective {
  let model: Model
  let layout: ParameterLayout

  init(_ model: Model) {
    self.model = model
    layout = ParameterLayout(of: model)
  }

  func evaluate<S: Scalar>(_ batch: Batch<GoldenExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let outputs = model(tape.constant(batch.examples.features.converted()))
    guard let targets = batch.examples.targets else {
      return Evaluation(loss: softmaxCrossEntropy(outputs, labels: batch.examples.labels))
    }
    return Evaluation(loss: meanSquaredError(outputs, targets: tape.constant(targets.converted())))
  }
}
