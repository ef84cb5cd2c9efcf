/// Scales the gradient of each unit down where it is large beside the unit's weights.
///
/// g ← g · min(1, λ max(‖w‖, ε)/‖g‖) for each unit: a row of a weight stored as [out, in…], or a vector as a whole.
/// Brock, De, Smith, Simonyan 2021 (arXiv:2102.06171), with their ε = 1e-3 and λ = 0.01 as defaults.
public struct AdaptiveGradientClipping: GradientTransform {
  /// Where the units of a tensor are.
  public enum Units: String, CaseIterable, Sendable {
    /// Along the first axis, as this framework and PyTorch store weights.
    case firstAxis
    /// Along the last axis, as optax assumes; of a matrix [in, out], a column.
    case lastAxis
  }

  /// λ, how large the gradient of a unit may be beside its weights.
  public var ratio: Double
  /// ε, what a norm of weights counts for at least.
  public var epsilon: Double
  /// Where the units are.
  public var units: Units

  /// Clipping with the paper's defaults.
  public init(_ ratio: Double = 0.01, epsilon: Double = 1e-3, units: Units = .firstAxis) {
    require(ratio > 0 && epsilon > 0, "adaptive clipping with ratio \(ratio) and ε \(epsilon)")
    self.ratio = ratio
    self.epsilon = epsilon
    self.units = units
  }

  public func apply<S: Scalar>(
    to gradient: inout Gradient<S>, at parameters: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    gradient.forEachSegment { g, index in
      let perUnit = unitShape(g.shape)
      let w = parameters[index].widened()
      let largest = Tensor.maximum(
        sqrt((w * w).summed(to: perUnit)), Tensor(S.Accumulator(epsilon))
      ).scaled(by: S.Accumulator(ratio))
      let norm = sqrt((g * g).summed(to: perUnit))
      // A zero norm is within the bound, whatever that is.
      let factor = Tensor.minimum(
        Tensor(S.Accumulator(1)), largest / Tensor.maximum(norm, Tensor(S.Accumulator.leastNormalMagnitude)))
      return g * factor
    }
  }

  /// The shape to which squares are summed: one number a unit.
  private func unitShape(_ shape: Shape) -> Shape {
    guard shape.rank > 1 else { return Shape(Array(repeating: 1, count: shape.rank)) }
    return shape.keepingOnly(units == .firstAxis ? 0 : -1)
  }
}

extension Optimizer {
  /// This optimizer on gradients that are small beside the weights of their units.
  public func adaptivelyClipped(
    ratio: Double = 0.01, epsilon: Double = 1e-3, units: AdaptiveGradientClipping.Units = .firstAxis
  ) -> Preceded<AdaptiveGradientClipping, Self> {
    preceded(by: AdaptiveGradientClipping(ratio, epsilon: epsilon, units: units))
  }
}
