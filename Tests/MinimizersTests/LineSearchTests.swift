@testable import GlissadeOptimizers
import GlissadeTesting
import Testing

@Suite struct LineSearchTests {
  private func ray<F: TestFunction>(_ function: F, from start: [Double], along sign: Double = -1) -> Ray<Double> {
    let evaluator = function.evaluator(in: Double.self)
    let point = function.vector(start, of: Double.self)
    let (value, gradient) = evaluator.valueAndGradient(at: point)
    return Ray(
      of: evaluator, layout: function.layout, from: point.values, along: sign * gradient.values, value: value,
      gradient: gradient.values)
  }

  /// From many points, with first steps far too long and too short, the strong Wolfe conditions are met.
  @Test(arguments: NamedFunction.all, [1e-6, 1e-3, 1, 100])
  func wolfeConditionsHold(_ item: NamedFunction, _ step: Double) { checkWolfe(item.function, step) }

  private func checkWolfe(_ function: some TestFunction, _ step: Double) {
    let conditions = WolfeConditions(curvature: 0.5)
    for start in function.starts {
      for search: any LineSearch in [
        StrongWolfe(conditions: conditions, smallestMove: 0), Zoom(conditions: conditions, evaluations: 60),
      ] {
        var ray = ray(function, from: start)
        let outcome = search.search(&ray, from: step)
        #expect(outcome.succeeded)
        #expect(conditions.hold(at: outcome.point, from: ray.start), "\(search) from \(start)")
        #expect(ray.tried.first == step && ray.tried.contains(outcome.point.step))
      }
    }
  }

  @Test(arguments: NamedFunction.all)
  func backtrackingGoesDown(_ item: NamedFunction) { checkBacktracking(item.function) }

  private func checkBacktracking(_ function: some TestFunction) {
    for start in function.starts {
      var ray = ray(function, from: start)
      let outcome = Backtracking().search(&ray, from: 1)
      #expect(outcome.succeeded)
      #expect(outcome.point.value <= ray.start.value + 1e-4 * outcome.point.step * ray.start.slope)
      #expect(ray.tried == (0..<ray.tried.count).map { integerPower(0.5, $0) })
    }
  }

  /// Uphill there is nothing to find, and the searches say so.
  @Test func uphillFails() {
    for search: any LineSearch in [StrongWolfe(), Zoom(), Backtracking()] {
      var uphill = ray(Himmelblau(), from: [3.5, 2.5], along: 1)
      let outcome = search.search(&uphill, from: 1)
      #expect(!outcome.succeeded)
    }
    var uphill = ray(Himmelblau(), from: [3.5, 2.5], along: 1)
    #expect(Backtracking().search(&uphill, from: 1).point.step == 0)
  }

  /// A limit on the step is kept, and a step at the limit that goes down is taken.
  @Test func longestStepIsKept() {
    var free = ray(Booth(), from: [0, 0])
    let unlimited = StrongWolfe().search(&free, from: 1e-4).point.step
    var ray = ray(Booth(), from: [0, 0])
    let outcome = StrongWolfe(longestStep: unlimited / 10).search(&ray, from: 1e-4)
    #expect(outcome.succeeded && outcome.point.step == unlimited / 10)
    #expect(ray.tried.allSatisfy { $0 <= unlimited / 10 })
  }

  /// Where the function is not defined, searches turn back.
  @Test func undefinedValuesAreAvoided() {
    for search: any LineSearch in [StrongWolfe(), Zoom(), Backtracking()] {
      var ray = ray(Logarithm(), from: [0])
      let outcome = search.search(&ray, from: 8)
      #expect(outcome.succeeded && outcome.point.value < ray.start.value, "\(search)")
    }
  }
}

/// −ln(1 − x) − 3x, which falls from 0 to ⅔ and is NaN from 1.
private struct Logarithm: TestFunction {
  let name = "logarithm"
  let start = [0.0]
  let minima = [[2.0 / 3]]
  let minimum = 1.0986122886681098 - 2

  func callAsFunction<S: Scalar>(_ x: [S]) -> S { -S.log(1 - x[0]) - 3 * x[0] }
}
