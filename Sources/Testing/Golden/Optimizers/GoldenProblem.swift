import GlissadeOptimizers

/// The data of optimizer cases: where they start, and the gradient of each step or the objective that it comes from.
struct GoldenProblem<S: Scalar> {
  /// The parameters before the first step.
  let start: ParameterVector<S>
  private let value: JSONValue
  private let objective: GoldenQuartic?

  init(_ value: JSONValue) throws {
    guard let tensors = value["params"]?.array else { throw GoldenUnsupported("the problem has no 'params'") }
    let slots = try tensors.enumerated().map { index, tensor in
      let shape = try tensor.shape()
      let role: Parameter.Role = shape.rank == 1 ? .bias : .weight
      return (name: "\(index)", parameter: Parameter(shape, role: role, initializer: .zeros))
    }
    let layout = ParameterLayout(slots)
    self.value = value
    start = try Self.vector(value["params"], layout)
    objective = try GoldenQuartic(value, dimension: layout.count)
    for diagonal in value["hess_diag"]?.array ?? [] { _ = try Self.vector(diagonal, layout) }
  }

  /// The gradient that a step is handed.
  func gradient(step: Int, at parameters: ParameterVector<S>) throws -> Gradient<S> {
    let evaluator = GoldenEvaluator<S>(objective: objective, hessianDiagonals: value["hess_diag"], layout: start.layout)
    if objective != nil {
      let (loss, gradient) = evaluator.valueAndGradient(at: parameters)
      return Gradient(gradient, loss: loss, evaluator: evaluator)
    }
    guard let gradients = value["grads"]?.array, step < gradients.count else {
      throw GoldenUnsupported("the problem has no gradient for step \(step + 1)")
    }
    let gradient = try Self.vector(gradients[step], start.layout)
    guard let losses = value["values"]?.numbers else { return Gradient(gradient, evaluator: evaluator) }
    guard step < losses.count else { throw GoldenUnsupported("the problem has no value for step \(step + 1)") }
    return Gradient(gradient, loss: losses[step], evaluator: evaluator)
  }

  /// A vector of the numbers of a JSON value.
  static func vector(_ value: JSONValue?, _ layout: ParameterLayout) throws -> ParameterVector<S> {
    let numbers = value?.flatNumbers ?? []
    guard numbers.count == layout.count else {
      throw GoldenUnsupported("\(numbers.count) numbers for \(layout.count) parameters")
    }
    return ParameterVector(Tensor([layout.count], numbers.map { S($0) }), layout: layout)
  }
}

/// The objective ½ Σ a (x − c)² + κ/4 (Σ x²)².
struct GoldenQuartic {
  private let a: [Double]
  private let c: [Double]
  private let kappa: Double

  /// That of a problem, nil where it has none.
  init?(_ problem: JSONValue, dimension: Int) throws {
    guard let a = problem["a"], let c = problem["c"], let kappa = problem["kappa"]?.number else { return nil }
    self.a = a.flatNumbers
    self.c = c.flatNumbers
    self.kappa = kappa
    guard self.a.count == dimension, self.c.count == dimension else {
      throw GoldenUnsupported("'a' and 'c' of the problem are not \(dimension) numbers each")
    }
  }

  func value(at x: [Double]) -> Double {
    var sum = 0.0
    for index in x.indices { sum += a[index] * (x[index] - c[index]) * (x[index] - c[index]) }
    let square = squaredNorm(x)
    return sum / 2 + kappa / 4 * square * square
  }

  func gradient(at x: [Double]) -> [Double] {
    let square = squaredNorm(x)
    return x.indices.map { a[$0] * (x[$0] - c[$0]) + kappa * square * x[$0] }
  }

  func hessian(at x: [Double], times v: [Double]) -> [Double] {
    let square = squaredNorm(x)
    let inner = zip(x, v).reduce(0) { $0 + $1.0 * $1.1 }
    return x.indices.map { (a[$0] + kappa * square) * v[$0] + 2 * kappa * inner * x[$0] }
  }

  private func squaredNorm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 } }
}

/// What a golden optimizer may ask: of the objective, or of the Hessian diagonals that the problem lists.
struct GoldenEvaluator<S: Scalar>: Evaluator {
  let objective: GoldenQuartic?
  let hessianDiagonals: JSONValue?
  let layout: ParameterLayout

  func value(at parameters: ParameterVector<S>) -> Double {
    objective.map { $0.value(at: parameters.values.doubles) } ?? .nan
  }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    (value(at: parameters), vector(objective?.gradient(at: parameters.values.doubles)))
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    vector(objective?.hessian(at: parameters.values.doubles, times: direction.values.doubles))
  }

  /// The diagonal that the problem lists for the step whose index is `sample`.
  func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S> {
    vector(hessianDiagonals?.array.flatMap { sample < $0.count ? $0[sample].flatNumbers : nil })
  }

  /// The numbers, or NaN where there is nothing to ask.
  private func vector(_ numbers: [Double]?) -> ParameterVector<S> {
    let values = numbers ?? Array(repeating: .nan, count: layout.count)
    return ParameterVector(Tensor([layout.count], values.map { S($0) }), layout: layout)
  }
}
