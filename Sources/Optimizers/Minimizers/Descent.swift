/// Where a minimizer stands.
struct Iterate<Wide: Scalar> where Wide.Accumulator == Wide {
  var point: Tensor<Wide>
  var value: Double
  var gradient: Tensor<Wide>
  /// What is compared with the gradient's tolerance.
  var largestGradient: Double

  init(point: Tensor<Wide>, value: Double, gradient: Tensor<Wide>, largestGradient: Double? = nil) {
    self.point = point
    self.value = value
    self.gradient = gradient
    self.largestGradient = largestGradient ?? gradient.largest
  }
}

/// What an iteration came to.
enum Advance<Wide: Scalar> where Wide.Accumulator == Wide {
  /// A new point.
  case moved(Iterate<Wide>)
  /// The same point; the next attempt will be another one.
  case stayed
  /// There is nothing more to try.
  case stuck
}

/// The loop that all minimizers share: iterations, and the tests between them.
///
/// The tests are made in PyTorch's order, so that a run stops where `torch.optim.LBFGS` does; that of the value is SciPy's,
/// which is the same for small values.
func descend<S: Scalar>(
  from start: Iterate<S.Accumulator>, layout: ParameterLayout, until stopping: Stopping,
  counting counts: () -> EvaluationCounts, advance: (Iterate<S.Accumulator>) -> Advance<S.Accumulator>
) -> Minimization<S> {
  var current = start
  var iterations = 0

  func nextReason() -> StoppingReason? {
    if iterations >= stopping.iterations { return .iterations }
    if counts().values >= stopping.evaluations { return .evaluations }
    if current.largestGradient <= stopping.gradient { return .gradient }
    return nil
  }

  func run() -> StoppingReason {
    guard current.value.isFinite && current.largestGradient.isFinite else { return .notFinite }
    if current.largestGradient <= stopping.gradient { return .gradient }
    if stopping.iterations <= 0 { return .iterations }
    while true {
      iterations += 1
      switch advance(current) {
      case .stuck: return .noProgress
      case .stayed: if let reason = nextReason() { return reason }
      case .moved(let next):
        let last = current
        current = next
        if let reason = nextReason() { return reason }
        if (next.point - last.point).largest <= stopping.stepChange { return .stepChange }
        let unit = max(abs(last.value), abs(next.value), 1)
        if abs(next.value - last.value) < stopping.valueChange * unit { return .valueChange }
      }
    }
  }

  let reason = run()
  return Minimization(
    point: ParameterVector(current.point.narrowed(to: S.self), layout: layout), value: current.value,
    largestGradient: current.largestGradient, iterations: iterations, counts: counts(), reason: reason)
}

extension Tensor where S.Accumulator == S {
  /// max |xᵢ|, NaN if any element is NaN, 0 of nothing.
  var largest: Double { largestMagnitude.double }

  /// Σ |xᵢ|
  var sumOfMagnitudes: Double { reduced(.sumOfMagnitudes).double }

  /// √Σ xᵢ²
  var norm: Double { euclideanNorm.double }

  /// self + α other
  func adding(_ alpha: S, _ other: Tensor) -> Tensor {
    var sum = self
    sum.combine(alpha, other)
    return sum
  }
}
