import GlissadeTraining
import Testing

@Suite struct HessianTests {
  /// A Hessian-vector product is the derivative of the gradient along the vector.
  @Test func productAgreesWithDifferencesOfGradients() throws {
    let objective = Classifier(
      Sequential {
        Dense(64, 6)
        LayerNorm(6)
        GELU()
        Dense(6, 10)
      }
    ).on(try SmallDigits.load(12))
    try check(objective, objective.base.layout)
  }

  @Test func attentionToo() throws {
    let model = Sequential {
      MultiHeadAttention(width: 4, heads: 2, isCausal: true)
      Dense(4, 1)
    }
    let stream = RandomStream(seed: 2, purpose: .checking, index: 0)
    let features = Tensor<Float>([2, 3, 4], (0..<24).map { Float(stream.normal(at: $0)) })
    let targets = Tensor<Float>([2, 3, 1], (0..<6).map { Float(stream.normal(at: 100 + $0)) })
    let objective = Regressor(model).on(try TargetExamples(features: features, targets: targets))
    try check(objective, objective.base.layout)
  }

  private func check(_ objective: ObjectiveOnBatch<some Objective>, _ layout: ParameterLayout) throws {
    let point = ParameterVector<Double>(initializing: layout, seed: 5)
    let stream = RandomStream(seed: 8, purpose: .checking, index: 0)
    let direction = ParameterVector<Double>(
      Tensor([layout.count], (0..<layout.count).map { stream.normal(at: $0) }), layout: layout)
    let product = objective.hessianVectorProduct(at: point, along: direction)
    let step = 1e-5
    func gradient(_ sign: Double) -> [Double] {
      var moved = point
      moved.add(sign * step, direction)
      return objective.gradient(at: moved).values.elements
    }
    let differences = zip(gradient(1), gradient(-1)).map { ($0 - $1) / (2 * step) }
    let scale = differences.map(\.magnitude).max() ?? 0
    #expect(scale > 1e-3)
    #expect(firstDifference(product.values.elements, differences, rtol: 0, atol: 1e-7 * scale) == nil)

    // Linear in the direction, and symmetric.
    var doubled = direction
    doubled.scale(by: 2)
    let twice = objective.hessianVectorProduct(at: point, along: doubled)
    #expect(twice.values.elements == product.values.elements.map { 2 * $0 })
    let other = ParameterVector<Double>(
      Tensor([layout.count], (0..<layout.count).map { stream.normal(at: 10_000 + $0) }), layout: layout)
    let left = other.dot(product)
    let right = objective.hessianVectorProduct(at: point, along: other).dot(direction)
    #expect((left - right).magnitude <= 1e-11 * left.magnitude)
  }
}
