/// Puts zero in the place of every element of the gradient that is NaN (optax's `zero_nans`), or not finite.
///
/// A trainer stops at such gradients unless the optimizer says that it copes with them, as this transform does.
public struct ZeroNaNs: GradientTransform {
  /// Whether infinities become zero too.
  public var zeroesInfinities: Bool

  /// Zeros for NaN alone by default.
  public init(zeroesInfinities: Bool = false) { self.zeroesInfinities = zeroesInfinities }

  public var copesWithNonFinite: Bool { true }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.change(by: Zero(zeroesInfinities: zeroesInfinities))
  }

  private struct Zero: ElementwiseRule {
    let zeroesInfinities: Bool
    func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) {
      // What is neither below nor above something is NaN.
      let bound = V(zeroesInfinities ? .greatestFiniteMagnitude : .infinity)
      let zero = V(0)
      let inside = zero.replacing(with: g, where: g .< bound)
      w =
        zeroesInfinities
        ? zero.replacing(with: inside, where: -bound .< inside)
        : inside.replacing(with: g, where: zero .< g)
    }
  }
}

extension Optimizer {
  /// This optimizer on gradients without NaN.
  public func zeroingNaNs(infinitiesToo: Bool = false) -> Preceded<ZeroNaNs, Self> {
    preceded(by: ZeroNaNs(zeroesInfinities: infinitiesToo))
  }
}
