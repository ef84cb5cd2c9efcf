import Testing

@testable import GlissadeOptimizers

@Suite struct PSGDKronTests {
  /// The preconditioner of the first tensor as a matrix over its flattened elements.
  private func preconditioner(_ slots: [Tensor<Double>]) -> Tensor<Double> {
    func gram(_ factor: Tensor<Double>) -> Tensor<Double> { factor.matrixProduct(factor, transposed: true) }
    let (left, right) = (gram(slots[1]), gram(slots[2]))
    let (rows, columns) = (left.shape[0], right.shape[0])
    let product = left.reshaped(to: [rows, 1, rows, 1]) * right.reshaped(to: [1, columns, 1, columns])
    return product.reshaped(to: [rows * columns, rows * columns])
  }

  /// Gradients of a fixed quadratic at random points, G = A X B with X normal, have the second moment A A ⊗ B B; its
  /// inverse root is where the preconditioner goes.
  @Test func theFactorsComeToTheInverseRoot() {
    let a = Tensor<Double>([3, 3], [2, 0.5, 0, 0.5, 1, 0.2, 0, 0.2, 0.5])
    let b = Tensor<Double>([2, 2], [1, -0.3, -0.3, 0.4])
    let layout = makeLayout([[3, 2]])
    let target = (a.matrixProduct(a), b.matrixProduct(b))
    let expected = preconditioner(
      [a, target.0.inverseRoot(4), target.1.inverseRoot(4)])
    var distances: [Double] = []
    var rule = PSGDKron(learningRate: 0, momentum: 0)
    var trajectory = Trajectory(rule, from: ParameterVector<Double>.zeros(layout))
    for rate in [0.1, 0.03, 0.01] {
      rule.factorRate = rate
      trajectory = Trajectory(rule, continuing: trajectory)
      for index in 0..<3000 {
        let x = makeMatrix(3, 2, index: index + 1, of: Double.self)
        let gradient = a.matrixProduct(x).matrixProduct(b)
        trajectory.run([ParameterVector(gradient, layout: layout)])
      }
      let difference = preconditioner(trajectory.state.inner[0].slots) - expected
      distances.append(difference.euclideanNorm / expected.euclideanNorm)
    }
    #expect(distances[2] < 0.15, "relative distances \(distances)")
    let start = Tensor<Double>.identity(6) - expected
    #expect(start.euclideanNorm / expected.euclideanNorm > 0.5)
  }

  /// Of a vector the preconditioner is diagonal, and comes to 1/√E g².
  @Test func diagonalFactorsComeToTheInverseRoot() {
    let deviations = [0.1, 1, 4, 20]
    let layout = makeLayout([[4]])
    var trajectory = Trajectory(
      PSGDKron(learningRate: 0, momentum: 0, factorRate: 0.02), from: ParameterVector<Double>.zeros(layout))
    for index in 0..<6000 {
      let numbers: [Double] = makeNumbers(4, index: index + 1)
      let gradient = zip(numbers, deviations).map { $0 * $1 }
      trajectory.run([ParameterVector(Tensor([4], gradient), layout: layout)])
    }
    for (factor, deviation) in zip(trajectory.state.inner[0].slots[1].doubles, deviations) {
      #expect((0.7...1.4) ~= factor * factor * deviation)
    }
  }

  /// Factors stay upper triangular, and steps within the bound.
  @Test func factorsStayTriangular() {
    let (parameters, gradients) = makeProblem(steps: 120, deviation: 100, of: Double.self)
    var trajectory = Trajectory(PSGDKron(learningRate: 1, clipping: 0.5), from: parameters)
    for gradient in gradients {
      let before = trajectory.parameters
      trajectory.run([gradient])
      for index in parameters.layout.segments.indices {
        let step = trajectory.parameters[index] - before[index]
        #expect(step.rootMeanSquare <= 0.5 * (1 + 1e-12))
      }
    }
    for factor in trajectory.state.inner[0].slots.dropFirst() {
      let size = factor.shape[0]
      for row in 0..<size { for column in 0..<row { #expect(factor[row, column] == 0) } }
    }
  }
}

extension Trajectory {
  /// The trajectory of another rule that goes on where one has come to.
  fileprivate init(_ rule: Rule, continuing other: Trajectory) {
    self.init(rule, from: other.parameters)
    state = other.state
  }
}
