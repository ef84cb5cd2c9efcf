/// What both MoMo keep and compute: an average of the linear models of past losses, cut off at a lower bound f*.
///
/// With the averages f̄ of losses, γ of ⟨g, w⟩ and m of gradients, the model at a point u is max(f̄ − γ + ⟨m, u⟩, κ f*), where
/// κ = 1 − βᵗ is what an average begun at zero has gathered, else 1. The step is the model's, as far as η/κ.
struct MomentumModel<A: Scalar> where A.Accumulator == A {
  /// f̄ − γ
  let offset: A
  /// ⟨m, w⟩
  let product: A
  /// ‖m‖², in the norm in which steps are measured.
  let squaredNorm: A
  /// κ
  let correction: A
  /// η
  let rate: A
  /// 1 + η λ
  let growth: A

  /// τ = min(η/κ, ((1 + η λ)(f̄ − γ − κ f*) + ⟨m, w⟩)₊ / ‖m‖²), or 0 where the norm vanishes.
  func stepSize(lowerBound: A) -> A {
    guard squaredNorm > A(PolyakSGD.vanishing) else { return 0 }
    let gap = growth * (offset - correction * lowerBound) + product
    return min(rate / correction, max(gap, 0) / squaredNorm)
  }

  /// f*, lowered where the model lies wholly below it, though not below what is known.
  func lowered(_ bound: A, known: A) -> A {
    let cap = growth * offset + product
    return cap < growth * correction * bound ? max(cap / (2 * correction * growth), known) : bound
  }

  /// The f* of the next step: half way down the step that was taken.
  func next(stepSize: A, known: A) -> A { max((offset + product - stepSize * squaredNorm / 2) / correction, known) }
}

extension MomentumModel {
  /// η λ/(1 + η λ), the part of a weight that decay takes.
  static func shrinkage(learningRate: Double, weightDecay: Double) -> Double {
    learningRate * weightDecay / (1 + learningRate * weightDecay)
  }

  /// τ, with f* in a state's slot held to what the model says if `adapting`.
  func stepSize(lowerBound: inout A, known: Double, adapting: Bool) -> A {
    guard adapting else { return stepSize(lowerBound: lowerBound) }
    let size = stepSize(lowerBound: lowered(lowerBound, known: A(known)))
    lowerBound = next(stepSize: size, known: A(known))
    return size
  }
}
