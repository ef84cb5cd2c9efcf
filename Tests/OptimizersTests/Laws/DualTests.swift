import GlissadeOptimizers
import Testing

@Suite struct DualTests {
  /// The gradient of ½ Σ aᵢ xᵢ² + ¼ (Σ xᵢ²)².
  private func gradient<S: Scalar>(_ x: ParameterVector<S>) -> ParameterVector<S> {
    let elements = x.values.elements
    var square: S = 0
    for element in elements { square += element * element }
    let result = elements.enumerated().map { S(0.5 + Double($0.offset)) * $0.element + square * $0.element }
    return ParameterVector(Tensor([elements.count], result), layout: x.layout)
  }

  private let start = [0.8, -0.5, 0.3, 1.1, -0.9]
  private let direction = [0.5, 1, -0.25, 0.75, -1]

  private func end<S: Scalar>(_ rule: some Optimizer, _ start: [S]) -> ParameterVector<S> {
    var trajectory = Trajectory(rule, from: makeVector(start))
    trajectory.run(steps: 7, gradient: gradient)
    return trajectory.parameters
  }

  /// A run on dual numbers is the run in Double, and its tangent the derivative of the end by the beginning.
  @Test(arguments: OptimizerTable.all)
  func tangentIsTheDerivativeOfTheRun(_ item: NamedOptimizer) {
    // Sums of products are fused in Double but not on dual numbers, so rules that take them agree but for rounding.
    let sums = OptimizerTable.parameterFreeAndEvaluating.contains { $0.name == item.name }
    check(item.optimizer, rounding: sums ? 1e-13 : 0)
  }

  private func check(_ rule: some Optimizer, rounding: Double) {
    let dual = end(rule, zip(start, direction).map { Dual($0, tangent: $1) })
    let primals = dual.values.elements.map(\.primal)
    let runs = firstDifference(primals, end(rule, start).values.elements, rtol: rounding, atol: rounding)
    #expect(runs == nil)
    let step = 1e-6
    let ahead = end(rule, zip(start, direction).map { $0 + step * $1 }).values.elements
    let behind = end(rule, zip(start, direction).map { $0 - step * $1 }).values.elements
    let differences = zip(ahead, behind).map { ($0 - $1) / (2 * step) }
    let tangents = ParameterVector<Double>.tangents(of: dual).values.elements
    let difference = firstDifference(tangents, differences, rtol: 1e-6, atol: 1e-7)
    #expect(difference == nil)
  }
}
