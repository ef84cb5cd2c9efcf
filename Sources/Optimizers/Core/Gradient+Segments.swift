extension Gradient {
  /// Replaces the gradient of each segment by what `body` makes of it, its factor multiplied in; nil leaves it as it is.
  public mutating func forEachSegment(
    _ body: (_ gradient: Tensor<S.Accumulator>, _ index: Int) -> Tensor<S.Accumulator>?
  ) {
    for (index, segment) in layout.segments.enumerated() {
      let gradient = self[index]
      let replacement = body(gradient, index) ?? (scale == 1 ? nil : gradient)
      guard let replacement else { continue }
      vector.replace(index, with: replacement.reshaped(to: segment.shape).narrowed(to: S.self))
    }
    resetScale()
  }

  /// Changes every element by a rule that writes what becomes of the gradient g to w.
  @inlinable
  public mutating func change(by rule: some ElementwiseRule) {
    var slots: [Tensor<S.Accumulator>] = []
    let copy = vector
    ElementwisePass.run(rule, on: &vector, along: copy, scale: scale, slots: &slots)
    resetScale()
  }
}
