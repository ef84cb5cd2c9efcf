/// A test function as a problem: its full gradient, exact but for rounding, at each step, in Double.
///
/// A seed moves the published start: each coordinate by a normal number times a tenth of its magnitude, or a tenth where it is 0.
/// The target is the minimum plus a thousandth of what the published start is above it (the convergence test of Moré and Wild
/// 2009, doi:10.1137/080724083, with τ = 10⁻³).
public struct FunctionProblem<Function: TestFunction>: TestProblem {
  /// The function.
  public let function: Function
  public let facts: ProblemFacts

  /// A function with a summary; the name is the function's, with dashes.
  public init(_ function: Function, summary: String, steps: Int = 2_000) {
    self.function = function
    let (start, minimum) = (function(function.start), function.minimum)
    facts = ProblemFacts(
      name: function.name.replacing("_", with: "-"), summary: summary, kind: .function,
      dimension: function.dimension, scalar: Double.name, measure: "value", minimum: minimum,
      target: minimum + 1e-3 * (start - minimum), steps: steps)
  }

  public func begin(with optimizer: some Optimizer, seed: UInt64) -> any TestProblemRun {
    let stream = RandomStream(seed: seed, purpose: .initialization, index: 0)
    let start = function.start.enumerated().map { index, own in
      own + 0.1 * (own == 0 ? 1 : own.magnitude) * stream.normal(at: index)
    }
    return FunctionRun(evaluator: function.evaluator(in: Double.self), optimizer: optimizer, start: start)
  }
}

/// A run on a test function.
private struct FunctionRun<Function: TestFunction, Rule: Optimizer>: TestProblemRun {
  let evaluator: FunctionEvaluator<Function, Double>
  let optimizer: Rule
  var parameters: ParameterVector<Double>
  var state: OptimizerState<Double>

  init(evaluator: FunctionEvaluator<Function, Double>, optimizer: Rule, start: [Double]) {
    self.evaluator = evaluator
    self.optimizer = optimizer
    parameters = ParameterVector(Tensor([start.count], start), layout: .vector(startingAt: start))
    state = optimizer.initialState(for: parameters)
  }

  mutating func step() -> Double {
    let (value, slope) = evaluator.valueAndGradient(at: parameters)
    guard optimizer.copesWithNonFinite || (value.isFinite && slope.isFinite) else { return .nan }
    var gradient = Gradient(slope, loss: value, evaluator: evaluator)
    let scale = optimizer.lossScale(state)
    if scale != 1 { gradient.vector.scale(by: scale) }
    optimizer.update(&parameters, along: &gradient, state: &state)
    return value
  }

  private var evaluationPoint: ParameterVector<Double> { optimizer.evaluationPoint(of: parameters, state: state) }

  func measure() -> ProblemMeasurement { ProblemMeasurement(value: evaluator.value(at: evaluationPoint)) }

  var point: [Double] { evaluationPoint.values.elements }

  var parametersHash: String { parameters.bitHash }
}
