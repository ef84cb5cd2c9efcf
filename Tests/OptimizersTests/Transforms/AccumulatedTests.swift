import GlissadeOptimizers
import Testing

@Suite struct AccumulatedTests {
  /// k micro-batches are the large batch, to rounding, for any optimizer.
  @Test(arguments: [1, 2, 5])
  func microBatchesAreTheLargeBatch(_ interval: Int) {
    let (parameters, gradients) = makeProblem(steps: 4 * interval, of: Double.self)
    var small = Trajectory(Adam(learningRate: 0.1).clipped(toGlobalNorm: 2).accumulating(interval), from: parameters)
    small.run(gradients)
    let means = stride(from: 0, to: gradients.count, by: interval).map { start in
      var sum = gradients[start]
      for index in start + 1..<start + interval { sum.add(1, gradients[index]) }
      sum.scale(by: 1 / Double(interval))
      return sum
    }
    var large = Trajectory(Adam(learningRate: 0.1).clipped(toGlobalNorm: 2), from: parameters)
    large.run(means)
    let difference = firstDifference(
      small.parameters.values.doubles, large.parameters.values.doubles, rtol: 1e-13, atol: 1e-14)
    #expect(difference == nil)
  }

  @Test func betweenStepsNothingMoves() {
    let (parameters, gradients) = makeProblem(steps: 3, of: Float.self)
    var run = Trajectory(SGD(learningRate: 0.1).accumulating(3, averages: false), from: parameters)
    run.run(gradients.prefix(2))
    #expect(run.parameters.bits == parameters.bits)
    run.run(gradients.suffix(1))
    #expect(run.parameters.bits != parameters.bits)
    #expect(run.state.inner[0].step == 1)
  }
}
