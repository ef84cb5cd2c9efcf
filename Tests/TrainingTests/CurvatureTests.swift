import GlissadeTraining
import Testing

/// Gauss–Newton products, gradients by example and K-FAC's factors; golden/higher.json compares them with PyTorch's.
@Suite struct CurvatureTests {
  private let digits: LabeledExamples
  init() throws { digits = try SmallDigits.load(8) }

  private func direction(_ layout: ParameterLayout, _ index: Int) -> ParameterVector<Double> {
    .normal(layout, seed: UInt64(index))
  }

  /// Where outputs are linear in the parameters, the Gauss–Newton matrix is the Hessian.
  @Test func aLinearModelHasNoOtherCurvature() throws {
    let objective = Classifier(Dense(64, 10), smoothing: 0.1).on(digits)
    let point = ParameterVector<Double>(initializing: objective.layout, seed: 1)
    let along = direction(objective.layout, 1)
    let hessian = objective.hessianVectorProduct(at: point, along: along).values.elements
    let product = objective.gaussNewtonProduct(at: point, along: along).values.elements
    #expect(hessian.contains { abs($0) > 1e-3 })
    #expect(firstDifference(product, hessian, rtol: 1e-12, atol: 1e-14) == nil)
  }

  /// v · GGN v = (J v) · H (J v), of half the squared error with H = 1/n.
  @Test func theProductIsThatOfJacobians() throws {
    let targets = try TargetExamples(
      features: digits.features, targets: Tensor.normal([8, 2], seed: 3))
    let model = Sequential {
      Dense(64, 5)
      Tanh()
      Dense(5, 2)
    }
    let objective = Regressor(model).on(targets)
    let point = ParameterVector<Double>(initializing: objective.layout, seed: 1)
    let (u, v) = (direction(objective.layout, 1), direction(objective.layout, 2))
    let (ju, jv) = (objective.jacobianProduct(at: point, along: u), objective.jacobianProduct(at: point, along: v))
    // The mean over 16 numbers of squares has a second derivative of 2/16.
    let expected = ju.dot(jv) / 8
    #expect(abs(u.dot(objective.gaussNewtonProduct(at: point, along: v)) / expected - 1) < 1e-12)
    #expect(objective.gaussNewtonProduct(at: point, along: v) != objective.hessianVectorProduct(at: point, along: v))
  }

  @Test func theGradientIsTheMeanOverExamples() {
    let objective = Classifier(Dense(64, 10)).on(digits)
    let point = ParameterVector<Double>(initializing: objective.layout, seed: 1)
    let rows = objective.perExampleGradients(at: point).elements
    let count = objective.layout.count
    let means = (0..<count).map { column in (0..<8).reduce(0) { $0 + rows[$1 * count + column] } / 8 }
    #expect(firstDifference(objective.gradient(at: point).values.elements, means, rtol: 1e-12, atol: 1e-14) == nil)
    let losses = objective.perExampleLosses(at: point)
    #expect(abs(losses.reduce(0, +) / 8 - objective.value(at: point)) < 1e-14)
  }

  /// With one example, A ⊗ G is g gᵀ, and a damped step undone gives the gradient back.
  @Test func factorsOfOneExample() throws {
    let factors = KroneckerFactors(
      inputs: Tensor<Double>([1, 2], [2, -1]), gradients: Tensor([1, 2], [3, 0.5]))
    #expect(factors.inputs == Tensor([3, 3], [4, -2, 2, -2, 1, -1, 2, -1, 1]))
    #expect(factors.outputs == Tensor([2, 2], [9, 1.5, 1.5, 0.25]))
    #expect(abs(factors.traceBalance - (2 / 4.625).squareRoot()) < 1e-15)
    let gradient = Tensor<Double>([2, 3], [6, -3, 3, 1, -0.5, 0.5])
    #expect(factors.preconditioned(gradient, damping: 0) == nil)
    let step = try #require(factors.preconditioned(gradient, damping: 0.04))
    let (left, right) = (factors.outputs + damping(2), factors.inputs + damping(3))
    let back = left.matrixProduct(step).matrixProduct(right)
    #expect(firstDifference(back.elements, gradient.elements, rtol: 1e-12, atol: 1e-13) == nil)
  }

  private func damping(_ size: Int) -> Tensor<Double> {
    Tensor([size, size], (0..<size * size).map { $0 / size == $0 % size ? 0.2 : 0 })
  }
}
