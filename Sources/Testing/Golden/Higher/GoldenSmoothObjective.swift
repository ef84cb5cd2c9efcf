import GlissadeModels
import GlissadeTraining

/// An objective of the family `higher` whose parameters are in the order of `flat_order`.
struct GoldenSmoothObjective<Model: Layer>: OutputObjective {
  /// What the loss makes of outputs.
  enum Loss {
    case crossEntropy
    /// The squared differences, halved or not, summed over outputs.
    case squared(factor: Double)
    /// The binary cross-entropy, and a half of the sum of squares of the first parameter times a factor.
    case logistic(regularization: Double)
    /// The squares of the outputs themselves, summed.
    case squaredOutputs
  }

  let model: Model
  let loss: Loss
  let layout: ParameterLayout

  init(_ model: Model, _ loss: Loss) {
    self.model = model
    self.loss = loss
    layout = ParameterLayout(of: model)
  }

  func evaluate<S: Scalar>(_ batch: Batch<GoldenExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let value = loss(of: outputs(batch, on: tape), batch)
    guard case .logistic(let factor) = loss, factor > 0 else { return Evaluation(loss: value) }
    return Evaluation(loss: value + 0.5 * factor * square(tape[layout.slots[0]]).sum())
  }

  func outputs<S: Scalar>(_ batch: Batch<GoldenExamples>, on tape: Tape<S>) -> Variable<S> {
    model(tape.constant(batch.rows(of: batch.examples.features)))
  }

  func loss<S: Scalar>(of outputs: Variable<S>, _ batch: Batch<GoldenExamples>) -> Variable<S> {
    func targets() -> Variable<S> {
      guard let all = batch.examples.targets else { fatalError("the examples of a golden case have no targets") }
      return outputs.tape.constant((batch.rows(of: all) as Tensor<S>).reshaped(to: outputs.shape))
    }
    let perExample = 1 / Double(max(1, batch.count))
    switch loss {
    case .crossEntropy: return softmaxCrossEntropy(outputs, labels: batch.indices.map { batch.examples.labels[$0] })
    case .squared(let factor): return (factor * perExample) * square(outputs - targets()).sum()
    case .logistic: return binaryCrossEntropy(outputs, targets: targets())
    case .squaredOutputs: return perExample * square(outputs).sum()
    }
  }
}

/// Two dense layers with an activation between them.
struct GoldenPerceptron: Layer {
  let first: Dense
  let second: Dense
  let activation: String

  init(_ sizes: [Int], activation: String) {
    first = Dense(sizes[0], sizes[1])
    second = Dense(sizes[1], sizes[2])
    self.activation = activation
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { second(activated(first(x))) }

  func activated<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    switch activation {
    case "tanh": tanh(x)
    case "sigmoid": sigmoid(x)
    default: softplus(x)
    }
  }
}

/// w₂ · tanh(norm(W₁ x)).
struct GoldenNormalizedPerceptron: Layer {
  let first: Dense
  let norm: LayerNorm
  let last: Parameter

  init(inputs: Int, hidden: Int, epsilon: Double) {
    first = Dense(inputs, hidden, bias: false)
    norm = LayerNorm(hidden, epsilon: epsilon)
    last = Parameter([hidden], role: .weight, initializer: .ones)
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    (tanh(norm(first(x))) * x.tape[last]).sum(axis: -1)
  }
}

/// softmax(X Q (X K)ᵀ/√h) X V
struct GoldenAttention: Layer {
  let query: Parameter
  let key: Parameter
  let value: Parameter

  init(width: Int) {
    func make() -> Parameter { Parameter([width, width], role: .weight, initializer: .glorot) }
    (query, key, value) = (make(), make(), make())
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let (batch, time, width) = (x.shape[0], x.shape[1], x.shape[2])
    func projected(_ weight: Parameter) -> Variable<S> {
      x.reshaped(to: -1, width).matrixProduct(x.tape[weight]).reshaped(to: batch, time, -1)
    }
    return scaledDotProductAttention(projected(query), projected(key), projected(value)).output
  }
}
