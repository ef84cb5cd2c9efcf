import GlissadeTesting
import Testing

@Suite struct TestFunctionTests {
  /// The minima that are listed are points of the smallest value where the gradient vanishes.
  @Test(arguments: NamedFunction.all)
  func minimaAreMinima(_ item: NamedFunction) { checkMinima(item.function) }

  private func checkMinima(_ function: some TestFunction) {
    let evaluator = function.evaluator(in: Double.self)
    for minimum in function.minima {
      let (value, gradient) = evaluator.valueAndGradient(at: function.vector(minimum))
      #expect(abs(value - function.minimum) < 1e-20)
      #expect(gradient.norm < 1e-9)
    }
    #expect(function(function.start) > function.minimum + 0.1)
  }

  /// Dual numbers agree with central differences: of values for the gradient, of gradients for the Hessian.
  @Test(arguments: NamedFunction.all)
  func derivativesAgreeWithDifferences(_ item: NamedFunction) { checkDerivatives(item.function) }

  private func checkDerivatives(_ function: some TestFunction) {
    let evaluator = function.evaluator(in: Double.self)
    let point = function.vector(function.starts[1], of: Double.self)
    let direction = ParameterVector<Double>.normal(function.layout, seed: 3)
    let width = 1e-5
    var (ahead, behind) = (point, point)
    ahead.add(width, direction)
    behind.add(-width, direction)
    let slope = (evaluator.value(at: ahead) - evaluator.value(at: behind)) / (2 * width)
    let gradient = evaluator.valueAndGradient(at: point).gradient
    #expect(abs(gradient.dot(direction) - slope) <= 1e-6 * (1 + abs(slope)))
    var difference = evaluator.valueAndGradient(at: ahead).gradient
    difference.add(-1, evaluator.valueAndGradient(at: behind).gradient)
    difference.scale(by: 1 / (2 * width))
    let product = evaluator.hessianVectorProduct(at: point, along: direction)
    difference.add(-1, product)
    #expect(difference.norm <= 1e-6 * (1 + product.norm))
  }
}
