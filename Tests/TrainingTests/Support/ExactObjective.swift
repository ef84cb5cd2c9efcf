import GlissadeTraining

/// Examples in Double, because the library's own are kept in Float and golden figures need all digits.
struct ExactExamples: ExampleSet {
  let features: Tensor<Double>
  var labels: [Int] = []
  var targets: Tensor<Double>?
  var count: Int { features.shape[0] }
}

/// Cross-entropy where examples have labels, else the mean squared error times `scale`; always on the whole set.
struct ExactObjective<Model: Layer>: Objective {
  let model: Model
  let layout: ParameterLayout
  var scale = 1.0

  init(_ model: Model, scale: Double = 1) {
    self.model = model
    self.scale = scale
    layout = ParameterLayout(of: model)
  }

  func evaluate<S: Scalar>(_ batch: Batch<ExactExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let outputs = model(tape.constant(batch.examples.features.converted()))
    guard let targets = batch.examples.targets else {
      return Evaluation(loss: softmaxCrossEntropy(outputs, labels: batch.examples.labels))
    }
    let loss = meanSquaredError(outputs, targets: tape.constant(targets.converted()))
    return Evaluation(loss: scale == 1 ? loss : scale * loss)
  }
}

/// Given values.
struct Fixed: Initializer {
  let numbers: [Double]
  init(_ numbers: [Double]) { self.numbers = numbers }
  func values(shape: Shape, stream: RandomStream) -> [Double] { numbers }
}

/// An activation by its name in PyTorch.
struct Activation: Layer {
  let name: String
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    switch name {
    case "relu": relu(x)
    case "tanh": tanh(x)
    case "sigmoid": sigmoid(x)
    case "softplus": softplus(x)
    default: preconditionFailure("the golden files know no activation \(name)")
    }
  }
}

/// A perceptron of one hidden layer with given parameters.
func makePerceptron(
  _ sizes: [Int], activation: String, _ weight1: [Double], _ bias1: [Double], _ weight2: [Double], _ bias2: [Double]
) -> some Layer {
  Sequential {
    Dense(sizes[0], sizes[1], initializer: Fixed(weight1), biasInitializer: Fixed(bias1))
    Activation(name: activation)
    Dense(sizes[1], sizes[2], initializer: Fixed(weight2), biasInitializer: Fixed(bias2))
  }
}
