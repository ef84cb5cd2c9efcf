/// Takes from each step the elements that go against the gradient, and makes up for them in the others.
///
/// u ← u · [u g < 0] · n/max(Σ [u g < 0], ξ n) for each tensor, with u the change that the optimizer inside would make.
/// Liang, Chen, Liu, Liu 2024 (arXiv:2411.16085), whose code has ξ = 1e-3.
public struct Cautious<Base: Optimizer>: OptimizerWrapper {
  /// What proposes steps.
  public var base: Base
  /// Whether the elements that remain are enlarged to make up for the others.
  public var compensates: Bool

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let before = parameters
    let handed = gradient
    base.update(&parameters, along: &gradient, state: &state.inner[0])
    for (index, segment) in parameters.layout.segments.enumerated() where !segment.range.isEmpty {
      let (old, g) = (before[index].widened(), handed[index])
      let change = parameters[index].widened() - old
      // 1 where the change goes down the gradient, 0 elsewhere; by signs, for a product could vanish.
      let agreement = zip(change.elements, g.elements).map { u, g in
        (u < 0 && g > 0) || (u > 0 && g < 0) ? S.Accumulator(1) : 0
      }
      let mask = Tensor(change.shape, agreement)
      var factor = S.Accumulator(1)
      if compensates {
        let share = mask.reduced(.sum) / S.Accumulator(segment.range.count)
        factor = 1 / max(share, S.Accumulator(1e-3))
      }
      let careful = old + (change * mask).scaled(by: factor)
      parameters.replace(index, with: careful.narrowed(to: S.self))
    }
  }
}

extension Optimizer {
  /// This optimizer without those elements of its steps that go against the gradient.
  public func cautious(compensates: Bool = true) -> Cautious<Self> { Cautious(base: self, compensates: compensates) }
}
