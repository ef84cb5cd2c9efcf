import GlissadeOptimizers
import Testing

@Suite struct MARSTests {
  /// Three tensors: one whose corrected gradient is clipped at every step, one at none, one at some.
  private let shapes: [Shape] = [[4, 5], [7], [2, 3, 2]]
  private let sizes = [1.0, 0.01, 0.15]

  @Test func stepsAreThoseOfThePaper() {
    let layout = makeLayout(shapes)
    func vector(_ index: Int, _ sizes: [Double]) -> [[Double]] {
      shapes.indices.map { part in makeNumbers(shapes[part].count, deviation: sizes[part], index: 3 * index + part) }
    }
    func flat(_ parts: [[Double]]) -> ParameterVector<Double> {
      ParameterVector(Tensor([layout.count], parts.flatMap { $0 }), layout: layout)
    }
    let start = vector(0, [1, 1, 1])
    let gradients = (1...6).map { vector($0, sizes) }
    let rule = MARS(learningRate: 0.03, beta1: 0.9, beta2: 0.95, gamma: 0.1, epsilon: 1e-4, weightDecay: 0.2)
    var trajectory = Trajectory(rule, from: flat(start))
    trajectory.run(gradients.map(flat))

    var clippings = [0, 0, 0]
    let expected = shapes.indices.map { part -> [Double] in
      var w = start[part]
      var mean = w.map { _ in 0.0 }
      var square = mean
      var (meanRest, squareRest) = (1.0, 1.0)
      for (step, gradient) in gradients.map({ $0[part] }).enumerated() {
        let last = step == 0 ? gradient : gradients[step - 1][part]
        var corrected = zip(gradient, last).map { $0 + 0.1 * 0.9 / 0.1 * ($0 - $1) }
        let norm = corrected.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if norm > 1 {
          clippings[part] += 1
          corrected = corrected.map { $0 / norm }
        }
        meanRest *= 0.9
        squareRest *= 0.95
        for (index, c) in corrected.enumerated() {
          mean[index] = 0.9 * mean[index] + 0.1 * c
          square[index] = 0.95 * square[index] + 0.05 * c * c
          let root = (square[index] / (1 - squareRest)).squareRoot() + 1e-4
          w[index] -= 0.03 * (mean[index] / (1 - meanRest) / root + 0.2 * w[index])
        }
      }
      return w
    }
    let computed = trajectory.parameters.values.elements
    #expect(firstDifference(computed, expected.flatMap { $0 }, rtol: 1e-12, atol: 1e-14) == nil)
    #expect(clippings[0] == 6 && clippings[1] == 0 && (1...5).contains(clippings[2]))
  }

  /// Without a correction and without clipping it is AdamW.
  @Test func withoutGammaItIsAdamW() {
    let (parameters, gradients) = makeProblem(steps: 5, deviation: 0.01, of: Float.self)
    var mars = Trajectory(MARS(gamma: 0, weightDecay: 0.1), from: parameters)
    var adamw = Trajectory(
      AdamW(learningRate: 3e-3, beta1: 0.95, beta2: 0.99, weightDecay: 0.1), from: parameters)
    mars.run(gradients)
    adamw.run(gradients)
    #expect(mars.parameters.bits == adamw.parameters.bits)
  }
}
