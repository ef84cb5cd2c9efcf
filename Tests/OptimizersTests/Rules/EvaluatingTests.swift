import GlissadeOptimizers
import Testing

/// Rules that are told losses, against plain arithmetic where no golden case is, and those that ask the objective.
@Suite struct EvaluatingTests {
  private let scales = [1, 0.5, 2, 0.25]
  private let start = [1.5, -2, 0.75, 3]

  /// ½ Σ a x², which is also what the evaluator says.
  private struct Quadratic: Evaluator {
    let scales: [Double]
    func value(at x: ParameterVector<Double>) -> Double {
      zip(x.values.elements, scales).reduce(0) { $0 + $1.0 * $1.0 * $1.1 / 2 }
    }
    func valueAndGradient(at x: ParameterVector<Double>) -> (value: Double, gradient: ParameterVector<Double>) {
      (value(at: x), hessianVectorProduct(at: x, along: x))
    }
    func hessianVectorProduct(
      at x: ParameterVector<Double>, along v: ParameterVector<Double>
    ) -> ParameterVector<Double> {
      ParameterVector(Tensor([4], zip(v.values.elements, scales).map { $0 * $1 }), layout: v.layout)
    }
  }

  /// Where the rule comes to in so many steps on the quadratic.
  private func run(_ rule: some Optimizer, steps: Int) -> [Double] {
    let evaluator = Quadratic(scales: scales)
    var parameters = makeVector(start)
    var state = rule.initialState(for: parameters)
    for _ in 0..<steps {
      let (loss, vector) = evaluator.valueAndGradient(at: parameters)
      var gradient = Gradient(vector, loss: loss, evaluator: evaluator)
      rule.update(&parameters, along: &gradient, state: &state)
    }
    return parameters.values.elements
  }

  private func expect(_ rule: some Optimizer, steps: Int = 6, isAt expected: [Double]) {
    let difference = firstDifference(run(rule, steps: steps), expected, rtol: 1e-12, atol: 1e-13)
    #expect(difference == nil)
  }

  private func gradient(_ x: [Double]) -> [Double] { zip(x, scales).map { $0 * $1 } }
  private func loss(_ x: [Double]) -> Double { zip(x, scales).reduce(0) { $0 + $1.0 * $1.0 * $1.1 / 2 } }
  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test func momoWithALowerBoundThatAdapts() {
    for known in [-50.0, 0.2] {
      var (w, m) = (start, [0.0, 0, 0, 0])
      var (meanLoss, meanProduct, bound) = (0.0, 0.0, known)
      for step in 0..<6 {
        let g = gradient(w)
        let beta = step == 0 ? 0 : 0.6
        meanLoss = beta * meanLoss + (1 - beta) * loss(w)
        meanProduct = beta * meanProduct + (1 - beta) * dot(g, w)
        m = zip(m, g).map { beta * $0 + (1 - beta) * $1 }
        let (square, product, growth) = (dot(m, m), dot(m, w), 1 + 0.3 * 0.1)
        let cap = growth * (meanLoss - meanProduct) + product
        if cap < growth * bound { bound = max(cap / (2 * growth), known) }
        let gap = growth * (meanLoss - bound - meanProduct) + product
        let size = min(0.3, max(gap, 0) / square)
        bound = max(meanLoss + product - meanProduct - size * square / 2, known)
        for i in 0..<4 { w[i] -= 0.3 * 0.1 / growth * w[i] + size * m[i] }
      }
      expect(
        MoMo(learningRate: 0.3, beta: 0.6, lowerBound: known, weightDecay: 0.1, adaptsLowerBound: true), isAt: w)
    }
  }

  @Test func polyakBelowTheLowerBound() {
    let below = loss(start) - 1
    let g = gradient(start)
    let step = (loss(start) - (loss(start) + 1)) / dot(g, g)
    #expect(step < 0 && below > 0)
    expect(
      PolyakSGD(lowerBound: loss(start) + 1), steps: 1, isAt: zip(start, g).map { $0 - step * $1 })
    expect(PolyakSGD(lowerBound: loss(start) + 1, variant: .spsPlus), steps: 1, isAt: start)
  }

  /// On a quadratic of one curvature Polyak's step halves the distance.
  @Test func polyaksStepIsKnown() {
    var parameters = makeVector([2.0, -4])
    var state = PolyakSGD(learningRate: 9).initialState(for: parameters)
    var gradient = Gradient(parameters, loss: 10)
    PolyakSGD(learningRate: 9).update(&parameters, along: &gradient, state: &state)
    #expect(parameters.values.elements == [1, -2])
  }

  @Test func sophiaOfThePaper() {
    var (w, m, h) = (start, [0.0, 0, 0, 0], [0.0, 0, 0, 0])
    for step in 0..<6 {
      let g = gradient(w)
      for i in 0..<4 {
        if step % 2 == 0 { h[i] = 0.7 * h[i] + 0.3 * scales[i] }
        m[i] = 0.9 * m[i] + 0.1 * g[i]
        w[i] -= 0.05 * (min(max(m[i] / max(0.5 * h[i], 1e-3), -0.8), 0.8) + 0.1 * w[i])
      }
    }
    expect(
      Sophia(
        learningRate: 0.05, beta1: 0.9, beta2: 0.7, epsilon: 1e-3, weightDecay: 0.1, gamma: 0.5, clip: 0.8,
        updateInterval: 2, definition: .paper), isAt: w)
  }

  @Test(arguments: [false, true])
  func severalAscents(_ adaptive: Bool) {
    var w = start
    for _ in 0..<6 {
      var p = w
      for _ in 0..<3 {
        let g = gradient(p)
        let t = adaptive ? p.map(\.magnitude) : [1, 1, 1, 1]
        let length = dot(zip(t, g).map { $0 * $1 }, zip(t, g).map { $0 * $1 }).squareRoot()
        for i in 0..<4 { p[i] += 0.2 * t[i] * t[i] * g[i] / length }
      }
      w = zip(w, gradient(p)).map { $0 - 0.1 * $1 }
    }
    expect(
      GradientDescent(learningRate: 0.1).sharpnessAware(radius: 0.2, adaptive: adaptive, ascents: 3, epsilon: 0),
      isAt: w)
  }

  /// What is not handed over is asked for by name.
  @Test func missingLossOrEvaluatorIsNamed() async {
    let loss = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var parameters = makeVector([1.0, 2])
      var state = MoMo().initialState(for: parameters)
      MoMo().update(&parameters, along: parameters, state: &state)
    }
    expect(loss, says: "MoMo needs the objective's value")
    let evaluator = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var parameters = makeVector([1.0, 2])
      let rule = SGD().sharpnessAware()
      var state = rule.initialState(for: parameters)
      rule.update(&parameters, along: parameters, state: &state)
    }
    expect(evaluator, says: "SAM asks the objective for more")
  }

  private func expect(_ result: ExitTest.Result?, says text: String) {
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(text), "\(message)")
  }
}
