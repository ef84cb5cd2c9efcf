/// w ← w − ρ (g + λ w), with a rate ρ that was worked out from whole vectors.
struct DecayedDescent: NumberedElementwiseRule {
  /// λ
  let decay: Double

  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
    w -= numbers[0] * (g + decay * w)
  }

  /// Takes the step.
  func step<S: Scalar>(_ parameters: inout ParameterVector<S>, along gradient: Gradient<S>, rate: S.Accumulator) {
    var none: [Tensor<S.Accumulator>] = []
    ElementwisePass.run(
      self, on: &parameters, along: gradient.vector, scale: gradient.scale, slots: &none, numbers: [rate])
  }
}
