@testable import GlissadeOptimizers
import GlissadeTesting
import Testing

/// A minimizer under a name.
struct NamedMinimizer: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let minimizer: any Minimizer

  static let all: [NamedMinimizer] = [
    NamedMinimizer(testDescription: "L-BFGS", minimizer: lbfgs(.strongWolfe)),
    NamedMinimizer(testDescription: "L-BFGS, zoom", minimizer: lbfgs(.zoom)),
    NamedMinimizer(testDescription: "L-BFGS, backtracking", minimizer: lbfgs(.backtracking)),
    NamedMinimizer(testDescription: "L-BFGS-B", minimizer: LBFGSB()),
    NamedMinimizer(testDescription: "BFGS", minimizer: BFGS()),
    NamedMinimizer(testDescription: "conjugate gradients", minimizer: ConjugateGradient()),
    NamedMinimizer(testDescription: "Newton-CG", minimizer: NewtonCG()),
    NamedMinimizer(testDescription: "trust region, Steihaug", minimizer: TrustRegionNewton(.steihaug)),
    NamedMinimizer(testDescription: "trust region, exact", minimizer: TrustRegionNewton(.exact)),
    NamedMinimizer(testDescription: "trust region, Lanczos", minimizer: TrustRegionNewton(.krylov)),
  ]

  /// Without thresholds, which on Powell's singular function leave out the pairs that matter.
  private static func lbfgs(_ search: LBFGS.Search) -> LBFGS {
    LBFGS(lineSearch: search, slopeTolerance: 0, minimumCurvature: 0)
  }
}

@Suite struct MinimizerTests {
  /// Each method from several starts: the gradient is within its tolerance, the values have fallen, and the minimum found is
  /// one of those listed, or, on functions that have other local minima, at least stationary.
  @Test(arguments: NamedMinimizer.all, NamedFunction.all)
  func findsMinima(_ method: NamedMinimizer, _ item: NamedFunction) { check(method.minimizer, item.function) }

  private func check(_ method: some Minimizer, _ function: some TestFunction) {
    let evaluator = function.evaluator(in: Double.self)
    var found = 0
    for start in function.starts {
      let result = method.minimize(evaluator, from: function.vector(start), until: Stopping(gradient: 1e-7))
      #expect(result.succeeded, "\(result.reason) at \(result.point.values), after \(result.iterations)")
      #expect(result.reason == .gradient)
      let (value, gradient) = evaluator.valueAndGradient(at: result.point)
      #expect(value == result.value && gradient.values.largestMagnitude == result.largestGradient)
      // Powell's singular function is as flat as its fourth powers.
      if function.distance(from: result.point) < (function.name == "powell_singular" ? 1e-2 : 1e-5) { found += 1 }
    }
    let mayMiss = ["rosenbrock4", "wood", "beale"].contains(function.name)
    #expect(found >= (mayMiss ? 1 : function.starts.count), "\(found) of \(function.starts.count)")
  }

  /// The same call gives the same bits, and Float gets as far as its precision lets it.
  @Test(arguments: NamedMinimizer.all)
  func repeatsInEveryPrecision(_ method: NamedMinimizer) { checkPrecisions(method.minimizer) }

  private func checkPrecisions(_ method: some Minimizer) {
    let function = Himmelblau()
    let stopping = Stopping(gradient: 1e-3)
    let start: [Double] = [1, 1]
    let double = method.minimize(function.evaluator(in: Double.self), from: function.vector(start), until: stopping)
    let again = method.minimize(function.evaluator(in: Double.self), from: function.vector(start), until: stopping)
    #expect(double.point.bitHash == again.point.bitHash && double.counts == again.counts)
    let float = method.minimize(function.evaluator(in: Float.self), from: function.vector(start), until: stopping)
    #expect(float.succeeded && function.distance(from: float.point) < 1e-4)
  }

  /// Limits end a run, with the reason.
  @Test(arguments: NamedMinimizer.all)
  func limitsAreKept(_ method: NamedMinimizer) { checkLimits(method.minimizer) }

  private func checkLimits(_ method: some Minimizer) {
    let function = Rosenbrock()
    let evaluator = function.evaluator(in: Double.self)
    func run(_ stopping: Stopping, from start: [Double] = Rosenbrock().start) -> Minimization<Double> {
      method.minimize(evaluator, from: function.vector(start), until: stopping)
    }
    let few = run(Stopping(gradient: 1e-9, iterations: 3))
    #expect(few.reason == .iterations && few.iterations == 3 && !few.succeeded)
    #expect(run(Stopping(gradient: 1e-9, iterations: 0)).counts.values == 1)
    let cut = run(Stopping(gradient: 1e-9, evaluations: 5))
    #expect(cut.reason == .evaluations && cut.counts.values >= 5 && cut.counts.values < 40)
    #expect(run(Stopping(gradient: 1e-9, stepChange: 10)).reason == .stepChange)
    #expect(run(Stopping(gradient: 1e-9, valueChange: 1e6)).reason == .valueChange)
    #expect(run(Stopping(), from: [1, 1]).iterations == 0)
    let nowhere = run(Stopping(), from: [.nan, 1])
    #expect(nowhere.reason == .notFinite && nowhere.iterations == 0)
  }
}
