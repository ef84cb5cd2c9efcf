import GlissadeOptimizers

/// An optimizer that is told a loss and may ask an objective: f(x) = 0.7 + ⟨g, x − w⟩ + ½ Σ |g| (x − w)² at each step, whose
/// gradient at the parameters w is the one handed in.
///
/// So zero gradients are those of a flat objective. The loss is a constant, for it carries no derivative.
struct OnLocalModel<Base: Optimizer>: OptimizerWrapper {
  var base: Base

  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let model = LocalModel(origin: parameters, slope: gradient.vector)
    gradient.loss = model.value(at: parameters)
    gradient.evaluator = model
    base.update(&parameters, along: &gradient, state: &state.inner[0])
  }
}

private struct LocalModel<S: Scalar>: Evaluator {
  let origin: ParameterVector<S>
  let slope: ParameterVector<S>

  func value(at parameters: ParameterVector<S>) -> Double {
    let way = parameters.values - origin.values
    return 0.7 + (slope.values * way + abs(slope.values) * way * way * 0.5).reduced(.sum).double
  }

  func valueAndGradient(at parameters: ParameterVector<S>) -> (value: Double, gradient: ParameterVector<S>) {
    let gradient = slope.values + abs(slope.values) * (parameters.values - origin.values)
    return (value(at: parameters), ParameterVector(gradient, layout: parameters.layout))
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    ParameterVector(abs(slope.values) * direction.values, layout: parameters.layout)
  }
}
