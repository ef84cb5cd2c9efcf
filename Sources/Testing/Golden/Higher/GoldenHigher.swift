import GlissadeModels
import GlissadeTraining

/// Runs cases of the family `higher`: Hessians, Gauss–Newton and Fisher matrices, and what is made of them.
enum GoldenHigher {
  static func run(_ item: GoldenCase) throws -> GoldenOutcome {
    let hyper = item.hyper
    var checker = GoldenCurvature(item)
    switch item.className {
    case "Rosenbrock":
      let start = item.value["params"]?["x"]?.flatNumbers ?? []
      let function = Rosenbrock(a: try hyper.number("a"), b: try hyper.number("b"), start: start)
      let (layout, evaluator) = (function.layout, function.evaluator(in: Double.self))
      let point = ParameterVector(Tensor([start.count], start), layout: layout)
      let (value, gradient) = evaluator.valueAndGradient(at: point)
      try checker.compare(value: value, gradient: gradient.values) { direction in
        evaluator.hessianVectorProduct(at: point, along: ParameterVector(direction, layout: layout)).values
      }
    case "2-layer perceptron":
      let sizes = try hyper.required("layers").array?.compactMap(\.count) ?? []
      guard sizes.count == 3 else { throw GoldenUnsupported("'layers' are not three sizes") }
      let model = GoldenPerceptron(sizes, activation: try hyper.text("activation"))
      let isClassifier = try hyper.text("loss") == "mean cross-entropy"
      let problem = try GoldenCurvatureProblem(
        GoldenSmoothObjective(model, isClassifier ? .crossEntropy : .squared(factor: 0.5)), item)
      try checker.compare(problem)
      try checker.compareGaussNewton(problem)
      try checker.compareFactors(problem, model)
    case "logistic regression":
      try hyper.require("loss", .text("mean binary cross-entropy + l2/2 |w|^2"))
      let model = Dense(3, 1)
      let objective = GoldenSmoothObjective(model, .logistic(regularization: try hyper.number("l2")))
      let problem = try GoldenCurvatureProblem(objective, item)
      try checker.compare(problem)
      try checker.compareNewton(problem)
      let plain = try GoldenCurvatureProblem(GoldenSmoothObjective(model, .logistic(regularization: 0)), item)
      checker.compare("per_sample_grads_without_l2", plain.objective.perExampleGradients(at: plain.point))
    case "softmax regression":
      try hyper.require("loss", .text("mean cross-entropy"))
      try checker.compare(try GoldenCurvatureProblem(GoldenSmoothObjective(Dense(3, 3), .crossEntropy), item))
    case "x -> w2 . tanh(layernorm(W1 x) * gamma + beta)":
      try hyper.require("loss", .text("mean squared error"))
      let model = GoldenNormalizedPerceptron(inputs: 3, hidden: 4, epsilon: try hyper.number("eps"))
      try checker.compare(try GoldenCurvatureProblem(GoldenSmoothObjective(model, .squared(factor: 1)), item))
    case "sum of squares of softmax(X Wq (X Wk)^T / sqrt(h)) X Wv, a mean over the batch":
      try checker.compare(
        try GoldenCurvatureProblem(GoldenSmoothObjective(GoldenAttention(width: 3), .squaredOutputs), item))
    case let name: throw GoldenUnsupported("there is no translation of \(name)")
    }
    try hyper.requireAllRead()
    return try checker.outcome()
  }
}

/// An objective on the examples of a case, and the point at which it is looked at.
struct GoldenCurvatureProblem<Model: Layer> {
  let objective: ObjectiveOnBatch<GoldenSmoothObjective<Model>>
  let point: ParameterVector<Double>

  init(_ base: GoldenSmoothObjective<Model>, _ item: GoldenCase) throws {
    let features = try item.value["inputs"]?["X"]?.tensor()
    guard let features else { throw GoldenUnsupported("the case has no 'X'") }
    var examples = GoldenExamples(features: features)
    if let y = item.value["inputs"]?["Y"] { try examples.take(targets: y) }
    objective = base.on(examples)
    let order = item.value["flat_order"]?.array?.compactMap(\.text) ?? []
    let numbers = order.flatMap { item.value["params"]?[$0]?.flatNumbers ?? [] }
    guard numbers.count == base.layout.count else {
      throw GoldenUnsupported("\(numbers.count) numbers for \(base.layout.count) parameters")
    }
    point = ParameterVector(Tensor([numbers.count], numbers), layout: base.layout)
  }

  /// A vector of all parameters.
  func vector(_ values: Tensor<Double>) -> ParameterVector<Double> {
    ParameterVector(values.reshaped(to: [-1]), layout: point.layout)
  }
}
