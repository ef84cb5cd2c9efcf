extension Gradient {
  /// Whether a factor stays aside when the gradient is changed: in narrow types what loss scaling saved from vanishing
  /// would vanish with it.
  private var keepsFactor: Bool { isScaled && S.self != S.Accumulator.self && scale != 0 && scale.isFinite }

  /// Replaces the gradient of each segment by what `body` makes of it, its factor multiplied in; nil leaves it as it is.
  public mutating func forEachSegment(
    _ body: (_ gradient: Tensor<S.Accumulator>, _ index: Int) -> Tensor<S.Accumulator>?
  ) {
    for (index, segment) in layout.segments.enumerated() {
      let gradient = self[index]
      guard var replacement = body(gradient, index) ?? (isScaled && !keepsFactor ? gradient : nil) else { continue }
      if keepsFactor { replacement.scale(by: 1 / scale) }
      vector.replace(index, with: replacement.reshaped(to: segment.shape).narrowed(to: S.self))
    }
    if !keepsFactor { resetScale() }
  }

  /// Changes every element by a rule that writes what becomes of the gradient g to w.
  @inlinable
  public mutating func change(by rule: some ElementwiseRule) {
    var slots: [Tensor<S.Accumulator>] = []
    var changed = values
    let copy = changed
    ElementwisePass.run(rule, on: &changed, along: copy, slots: &slots)
    settle(changed)
  }

  /// Puts a changed gradient in the place of this one.
  @usableFromInline mutating func settle(_ changed: Tensor<S.Accumulator>) {
    guard keepsFactor else { return replace(with: changed) }
    vector.values = changed.scaled(by: 1 / scale).narrowed(to: S.self)
  }
}
