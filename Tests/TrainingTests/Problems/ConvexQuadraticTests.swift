import GlissadeTraining
import Testing

@Suite struct ConvexQuadraticTests {
  let problem = ConvexQuadratic()

  @Test(arguments: [1.0, 100, 1e4, 1e8])
  func eigenvaluesAreSpacedByTheirLogarithms(_ conditionNumber: Double) throws {
    let objective = ConvexQuadratic(dimensions: 9, conditionNumber: conditionNumber, seed: 5).objective
    let eigenvalues = objective.spectrum.eigenvalues
    try #require(eigenvalues.count == 9)
    #expect(eigenvalues[0] == 1)
    #expect((eigenvalues[8] * conditionNumber - 1).magnitude < 1e-14)
    for index in 1..<8 {
      let (middle, product) = (eigenvalues[index] * eigenvalues[index], eigenvalues[index - 1] * eigenvalues[index + 1])
      #expect((middle / product - 1).magnitude < 1e-14)
    }
  }

  @Test func theHessianHasThatSpectrum() {
    checkSpectrum(problem.objective)
    checkSpectrum(ConvexQuadratic(dimensions: 2, conditionNumber: 10, seed: 3).objective)
  }

  /// The coordinates do not diagonalize it: most of what the Hessian does lies beside its diagonal.
  @Test func theHessianIsTurned() {
    let hessian = problem.objective.hessian
    let diagonal = (0..<50).reduce(0) { $0 + hessian[$1, $1] * hessian[$1, $1] }
    #expect(hessian.reduced(.sumOfSquares) > 2 * diagonal)
  }

  @Test func aSeedIsAProblem() {
    let (same, other) = (ConvexQuadratic(seed: 0), ConvexQuadratic(seed: 1))
    #expect(same.objective.hessian == problem.objective.hessian)
    #expect(same.examples.features == problem.examples.features)
    #expect(other.objective.hessian != problem.objective.hessian)
    #expect(other.examples.features != problem.examples.features)
  }

  @Test func theMinimumIsZero() {
    let objective = problem.objective.on(problem.examples)
    let minimum = ParameterVector(problem.examples.features.converted(to: Double.self), layout: objective.layout)
    let (value, gradient) = objective.valueAndGradient(at: minimum)
    #expect(value == 0 && gradient.norm == 0)
    let start = ParameterVector<Double>(initializing: objective.layout, seed: 0)
    #expect(start.norm == 0)
    #expect(objective.value(at: start) > 0.5)
  }

  /// The Hessian of the objective is the one that it names.
  @Test func theHessianIsTheObjectives() {
    let objective = problem.objective.on(problem.examples)
    let point = ParameterVector<Double>.normal(objective.layout, seed: 1)
    let direction = ParameterVector<Double>.normal(objective.layout, seed: 2)
    let product = objective.hessianVectorProduct(at: point, along: direction)
    let expected = problem.objective.hessian.matrixProduct(direction.values.reshaped(to: [50, 1]))
    #expect(firstDifference(product.values.elements, expected.elements, rtol: 1e-12, atol: 1e-13) == nil)
  }

  /// Gradient descent multiplies the error along eigenvector i by 1 − η λᵢ each step.
  @Test func gradientDescentContractsAsItsTheorySays() throws {
    let rate = 2 / (1 + 1e-4)
    var trainer = Trainer(
      problem.objective, optimizer: GradientDescent(learningRate: rate), scalar: Double.self)
    let minimum = problem.examples.features.converted(to: Double.self).reshaped(to: [50, 1])
    let spectrum = problem.objective.spectrum
    func errors(_ parameters: ParameterVector<Double>) -> [Double] {
      spectrum.eigenvectors.matrixProduct(parameters.values.reshaped(to: [50, 1]) - minimum).elements
    }
    let before = errors(trainer.parameters)
    try trainer.fit(problem.examples, epochs: 300)
    let expected = zip(before, spectrum.eigenvalues).map { error, eigenvalue in
      let factor = integerPower(1 - rate * eigenvalue, 300)
      return error * factor
    }
    #expect(firstDifference(errors(trainer.parameters), expected, rtol: 1e-11, atol: 1e-12) == nil)
  }

  /// Heavy ball at its best parameters reaches in 1,500 steps what gradient descent at its best rate is far from.
  @Test func momentumIsWorthItsStep() throws {
    func loss(_ optimizer: some Optimizer) throws -> Double {
      var trainer = Trainer(problem.objective, optimizer: optimizer, scalar: Double.self)
      try trainer.fit(problem.examples, epochs: 1_500)
      return trainer.evaluate(problem.examples).loss
    }
    // η = 4/(√L + √μ)², β = ((√κ − 1)/(√κ + 1))² with L = 1, μ = 1e-4.
    let heavyBall = SGD(learningRate: 4 / (1.01 * 1.01), momentum: (0.99 / 1.01) * (0.99 / 1.01))
    #expect(try loss(heavyBall) < 1e-20)
    #expect(try loss(GradientDescent(learningRate: 2 / (1 + 1e-4))) > 1e-5)
  }
}
