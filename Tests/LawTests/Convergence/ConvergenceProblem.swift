import GlissadeTesting

/// What every optimizer is to solve, each in a fixed number of steps from a fixed start.
enum ConvergenceProblem: String, CaseIterable, Sendable {
  /// The loss of a quadratic in 20 dimensions with condition number 10⁴, in Double.
  case quadratic
  /// The value of Rosenbrock's function from (−1.2, 1), in Double; on the floor of its valley it begins at about 4.
  case rosenbrock
  /// The share of the test digits misread by a network 64–32–10, in Float.
  case digits

  /// The number of steps; of the digits, four epochs in batches of 32.
  var steps: Int {
    switch self {
    case .quadratic: 1_000
    case .rosenbrock: 2_000
    case .digits: 180
    }
  }

  /// The value that is reached, smaller being better; the batch size is that of the digits, nil for all of them.
  func value(reachedBy rule: some Optimizer, batchSize: Int? = 32) throws -> Double {
    switch self {
    case .quadratic: try quadratic(rule)
    case .rosenbrock: rosenbrock(rule)
    case .digits: try digits(rule, batchSize)
    }
  }

  private static let images = Result { try Digits.load() }

  private func quadratic(_ rule: some Optimizer) throws -> Double {
    let problem = ConvexQuadratic(dimensions: 20, conditionNumber: 1e4)
    var trainer = Trainer(problem.objective, optimizer: rule, scalar: Double.self)
    try trainer.fit(problem.examples, epochs: steps)
    return trainer.evaluate(problem.examples).loss
  }

  private func rosenbrock(_ rule: some Optimizer) -> Double {
    let function = Rosenbrock()
    let evaluator = function.evaluator(in: Double.self)
    var parameters = ParameterVector<Double>(initializing: function.layout, seed: 0)
    var state = rule.initialState(for: parameters)
    for _ in 0..<steps {
      let (value, slope) = evaluator.valueAndGradient(at: parameters)
      var gradient = Gradient(slope, loss: value, evaluator: evaluator)
      rule.update(&parameters, along: &gradient, state: &state)
    }
    return evaluator.value(at: rule.evaluationPoint(of: parameters, state: state))
  }

  private func digits(_ rule: some Optimizer, _ batchSize: Int?) throws -> Double {
    let images = try Self.images.get()
    let model = Sequential {
      Dense(64, 32)
      ReLU()
      Dense(32, 10, initializer: .glorot)
    }
    var trainer = Trainer(Classifier(model), optimizer: rule, scalar: Float.self, seed: 42)
    let stepsPerEpoch = batchSize.map { (images.training.count + $0 - 1) / $0 } ?? 1
    try trainer.fit(images.training, epochs: steps / stepsPerEpoch, batchSize: batchSize)
    return 1 - (trainer.evaluate(images.test).accuracy ?? 0)
  }
}
