import GlissadeTraining

extension GoldenCurvature {
  /// Compares outputs, Jacobian, Gauss–Newton and Fisher matrices, and what is by example.
  mutating func compareGaussNewton(_ problem: GoldenCurvatureProblem<some Layer>) throws {
    let (objective, point) = (problem.objective, problem.point)
    let (count, examples) = (objective.layout.count, objective.batch.count)
    let tape = Tape<Double>()
    tape.bind(point)
    compare("logits", objective.base.outputs(objective.batch, on: tape).value)
    let columns = (0..<count).map { index in
      let unit = Tensor<Double>([count], (0..<count).map { $0 == index ? 1 : 0 })
      return objective.jacobianProduct(at: point, along: problem.vector(unit))
    }
    compare("jacobian", (0..<columns[0].count).flatMap { output in columns.map { $0.elements[output] } })
    compare("per_sample_losses", objective.perExampleLosses(at: point))
    let gradients = objective.perExampleGradients(at: point)
    let rows = (0..<examples).map { Array(gradients.elements[$0 * count..<($0 + 1) * count]) }
    compare("per_sample_grads", gradients)
    compare("per_sample_grad_norms", rows.map { row in row.reduce(0) { $0 + $1 * $1 }.squareRoot() })
    compare(
      "per_sample_gradient_variance",
      (0..<count).map { index in
        let mean = rows.reduce(0) { $0 + $1[index] } / Double(examples)
        return rows.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) } / Double(examples - 1)
      })
    compare(
      "ggn_vp",
      try directions.flatMap { objective.gaussNewtonProduct(at: point, along: problem.vector($0)).values.elements })
    let matrix = objective.gaussNewtonMatrix(at: point)
    let fisher = objective.empiricalFisher(at: point)
    let gradient = objective.gradient(at: point).values
    compare("ggn", matrix)
    compare("ggn_eigenvalues", SymmetricEigen(of: matrix).values)
    compare("fisher_diag", (0..<count).map { matrix[$0, $0] })
    compare("empirical_fisher", fisher)
    compare("empirical_fisher_diag", (0..<count).map { fisher[$0, $0] })
    compare("gauss_newton_direction_damped", descent(matrix, gradient))
    compare("natural_direction_empirical_damped", descent(fisher, gradient))
  }

  /// Compares the factors of K-FAC and the gradients that they precondition, for both layers.
  mutating func compareFactors(
    _ problem: GoldenCurvatureProblem<GoldenPerceptron>, _ model: GoldenPerceptron
  ) throws {
    guard let layers = take("kfac")?.array else { return }
    let objective = problem.objective
    let examples = objective.batch.count
    let damping = item.value["damping"]?.number ?? 0
    let tape = Tape<Double>()
    tape.bind(problem.point)
    let x = tape.constant(objective.batch.examples.features)
    let first = model.first(x)
    let activated = model.activated(first)
    let outputs = model.second(activated)
    let inputs = [x.value, activated.value]
    /// Gradients by the sums of both layers, for a cotangent of the outputs.
    func gradients(_ cotangent: Tensor<Double>) -> [Tensor<Double>] {
      tape.pullBack(cotangent, from: outputs, to: [first, outputs])
    }
    let labelled = gradients(try outputCotangents(problem, outputs.value, .labels))
    let classes = outputs.shape[1]
    let expected = try (0..<classes).map { index in
      gradients(try outputCotangents(problem, outputs.value, .expectation(index)))
    }
    for (index, wanted) in layers.enumerated() {
      let dense = index == 0 ? model.first : model.second
      let rows = Tensor(
        [classes * examples, expected[0][index].shape[1]], expected.flatMap { $0[index].elements })
      let empirical = KroneckerFactors(inputs: inputs[index], gradients: labelled[index])
      let exact = KroneckerFactors(inputs: inputs[index], gradients: rows)
      let place = "layer \(index + 1)"
      let gradient = try withBias(objective.gradient(at: problem.point), dense)
      func check(_ key: String, _ tensor: Tensor<Double>?) throws {
        guard let value = wanted[key], let tensor else { throw GoldenUnsupported("there is no '\(key)' of a layer") }
        comparison.compare(tensor.elements, value, "\(key) of \(place)")
      }
      try check("A", empirical.inputs)
      try check("G_empirical", empirical.outputs)
      try check("G_true", exact.outputs)
      try check("grad_with_bias", gradient)
      try check("preconditioned_empirical", empirical.preconditioned(gradient, damping: damping))
      try check("preconditioned_true", exact.preconditioned(gradient, damping: damping))
      try check("pi", Tensor(exact.traceBalance))
      try check(
        "preconditioned_true_pi", exact.preconditioned(gradient, damping: damping, balance: exact.traceBalance))
      let known: Set = [
        "A", "G_empirical", "G_true", "grad_with_bias", "preconditioned_empirical", "preconditioned_true", "pi",
        "preconditioned_true_pi",
      ]
      let unknown = Set(wanted.object?.keys.map { $0 } ?? []).subtracting(known)
      guard unknown.isEmpty else { throw GoldenUnsupported("nothing computes \(unknown.sorted()) of a layer") }
    }
  }

  private enum Labels {
    case labels
    /// The label of an index, for a mean over what the model draws.
    case expectation(Int)
  }

  /// The gradients of each example's loss by the outputs, for its label, or for another times the root of its probability.
  private func outputCotangents(
    _ problem: GoldenCurvatureProblem<GoldenPerceptron>, _ outputs: Tensor<Double>, _ labels: Labels
  ) throws -> Tensor<Double> {
    let classes = outputs.shape[1]
    let examples = problem.objective.batch.examples
    var result = outputs.elements
    if let targets = examples.targets {
      // Half the squared error is the likelihood of a normal variable: in expectation, one unit vector after the other.
      for index in result.indices {
        switch labels {
        case .labels: result[index] -= targets.elements[index]
        case .expectation(let output): result[index] = index % classes == output ? 1 : 0
        }
      }
      return Tensor(outputs.shape, result)
    }
    let probabilities = outputs.softmax().elements
    for index in result.indices {
      let row = index / classes
      switch labels {
      case .labels: result[index] = probabilities[index] - (index % classes == examples.labels[row] ? 1 : 0)
      case .expectation(let label):
        let root = probabilities[row * classes + label].squareRoot()
        result[index] = root * (probabilities[index] - (index % classes == label ? 1 : 0))
      }
    }
    return Tensor(outputs.shape, result)
  }

  /// The gradients of a layer's weight and bias, side by side.
  private func withBias(_ gradient: ParameterVector<Double>, _ layer: Dense) throws -> Tensor<Double> {
    guard let bias = layer.bias else { throw GoldenUnsupported("a layer has no bias") }
    let (rows, columns) = (layer.weight.shape[0], layer.weight.shape[1])
    let (weights, biases) = (gradient[layer.weight].elements, gradient[bias].elements)
    var joined: [Double] = []
    for row in 0..<rows {
      joined += weights[row * columns..<(row + 1) * columns]
      joined.append(biases[row])
    }
    return Tensor([rows, columns + 1], joined)
  }

  /// Compares the iterates of Newton's method and where they end.
  mutating func compareNewton(_ problem: GoldenCurvatureProblem<some Layer>) throws {
    guard let iterates = take("newton_iterates")?.array, let minimum = take("minimum") else { return }
    var point = problem.point
    for (index, wanted) in iterates.enumerated() {
      let hessian = problem.objective.hessian(at: point)
      guard let factor = Cholesky(hessian) else { throw GoldenUnsupported("a Hessian is not positive definite") }
      let step = factor.solve(problem.objective.gradient(at: point).values)
      point.add(-1, problem.vector(step))
      comparison.compare(point.values.elements, wanted, "iterate \(index + 1) of Newton's method")
    }
    comparison.compare(point.values.elements, minimum, "the minimum")
    compare("minimum_loss", [problem.objective.value(at: point)])
  }
}
