import GlissadeOptimizers
import Testing

@Suite struct ASGDTests {
  /// Until averaging begins the model is evaluated where it is trained, from then on at the mean of the points since.
  @Test func evaluationPointIsTheMeanOfThePoints() {
    let rule = ASGD(learningRate: 0.1, averagingStart: 2).scheduled(.constant())
    var trajectory = Trajectory(rule, from: makeVector([1.0, -2.0, 3.0]))
    var points: [[Double]] = []
    func evaluated() -> [Double] {
      rule.evaluationPoint(of: trajectory.parameters, state: trajectory.state).values.elements
    }
    #expect(evaluated() == [1, -2, 3])
    for step in 1...9 {
      trajectory.run([makeVector(makeNumbers(3, index: step))])
      let point = trajectory.parameters.values.elements
      if step >= 4 { points.append(point) }
      let mean = points.isEmpty ? point : (0..<3).map { i in points.reduce(0) { $0 + $1[i] } / Double(points.count) }
      #expect(firstDifference(evaluated(), mean, rtol: 1e-14, atol: 1e-14) == nil)
      #expect((evaluated() == point) == (step <= 4))
    }
  }

  /// Without regularization and averaging it is gradient descent.
  @Test func gradientDescent() {
    let (parameters, gradients) = makeProblem(steps: 4, of: Float.self)
    var averaged = Trajectory(ASGD(learningRate: 0.1, regularization: 0), from: parameters)
    var plain = Trajectory(GradientDescent(learningRate: 0.1), from: parameters)
    averaged.run(gradients)
    plain.run(gradients)
    #expect(averaged.parameters == plain.parameters)
  }
}
