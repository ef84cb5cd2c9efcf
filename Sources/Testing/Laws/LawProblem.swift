/// What laws are tried on: gradients of a smooth convex function with some noise, the same at every call.
///
/// f(x) = ½ Σ aᵢ (xᵢ − cᵢ)², and a gradient of the step's own added, so that no two steps are alike.
struct LawProblem<S: Scalar> {
  let start: ParameterVector<S>
  private let a: [Double]
  private let c: [Double]
  private let order: [Int]
  /// What gradients, losses and curvature are multiplied by.
  private let factor: Double

  /// A problem of parameters in the given shapes; `order` says which of its elements stands where.
  init(_ shapes: [Shape], order: [Int]? = nil, factor: Double = 1) {
    let slots = shapes.enumerated().map { index, shape in
      let role: Parameter.Role = shape.rank > 1 ? .weight : .bias
      return (name: "\(index)", parameter: Parameter(shape, role: role, initializer: .zeros))
    }
    let layout = ParameterLayout(slots)
    let order = order ?? Array(0..<layout.count)
    func numbers(_ index: Int) -> [Double] { order.map { Self.normal(index, $0) } }
    start = ParameterVector(Tensor([layout.count], numbers(0).map { S($0) }), layout: layout)
    a = numbers(1).map { 0.5 + $0.magnitude }
    c = numbers(2)
    self.factor = factor
    self.order = order
  }

  /// What the gradient of a step has beside the function's.
  private func noise(_ step: Int) -> [Double] { order.map { Self.normal(step + 2, $0) } }

  private static func normal(_ index: Int, _ position: Int) -> Double {
    RandomStream(seed: 17, purpose: .checking, index: index).normal(at: position)
  }

  /// The gradient that step `step`, from 1, is handed.
  func gradient(_ step: Int, at parameters: ParameterVector<S>) -> Gradient<S> {
    let evaluator = LawEvaluator<S>(a: a, c: c, shift: noise(step), factor: factor)
    let (value, gradient) = evaluator.valueAndGradient(at: parameters)
    return Gradient(gradient, loss: value, evaluator: evaluator)
  }

  /// A gradient of the same number, with signs of its own, everywhere.
  func uniformGradient(_ size: S, at parameters: ParameterVector<S>) -> Gradient<S> {
    let signs = (0..<parameters.layout.count).map { Self.normal(3, $0) < 0 ? -size : size }
    let evaluator = LawEvaluator<S>(
      a: a.map { _ in 0 }, c: c, shift: signs.map(\.double), factor: 1)
    return Gradient(
      ParameterVector(Tensor([signs.count], signs), layout: parameters.layout), loss: 0, evaluator: evaluator)
  }
}

/// ½ Σ aᵢ (xᵢ − cᵢ)² + Σ shiftᵢ xᵢ, times a factor; computed in Double.
private struct LawEvaluator<S: Scalar>: Evaluator {
  let a: [Double]
  let c: [Double]
  let shift: [Double]
  let factor: Double

  func value(at parameters: ParameterVector<S>) -> Double {
    var sum = 0.0
    for (index, x) in parameters.values.doubles.enumerated() {
      sum += a[index] * (x - c[index]) * (x - c[index]) / 2
      sum += shift[index] * x
    }
    return factor * sum
  }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let gradient = parameters.values.doubles.enumerated().map { index, x in
      S(factor * (a[index] * (x - c[index]) + shift[index]))
    }
    return (
      value(at: parameters), ParameterVector(Tensor([gradient.count], gradient), layout: parameters.layout)
    )
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    let product = direction.values.doubles.enumerated().map { S(factor * a[$0.offset] * $0.element) }
    return ParameterVector(Tensor([product.count], product), layout: parameters.layout)
  }

  func hessianDiagonal(at parameters: ParameterVector<S>, sample: Int) -> ParameterVector<S> {
    ParameterVector(Tensor([a.count], a.map { S(factor * $0) }), layout: parameters.layout)
  }
}
