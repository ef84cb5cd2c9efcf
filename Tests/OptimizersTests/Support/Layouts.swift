import GlissadeOptimizers

/// Every element 0.
struct Zeros: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] { [Double](repeating: 0, count: shape.count) }
}

/// A layout of one segment for each of the shapes.
func makeLayout(_ shapes: [Shape]) -> ParameterLayout {
  ParameterLayout(
    shapes.enumerated().map { ("\($0.offset)", Parameter($0.element, role: .weight, initializer: Zeros())) })
}

/// A vector with a segment of its own, of one axis.
func makeVector<S: Scalar>(_ values: [S]) -> ParameterVector<S> {
  ParameterVector(Tensor([values.count], values), layout: makeLayout([[values.count]]))
}

/// Random numbers of mean 0 and the given deviation, rounded to the scalar; the same at every call.
func makeNumbers<S: Scalar>(_ count: Int, deviation: Double = 1, index: Int = 0, of type: S.Type = S.self) -> [S] {
  let stream = RandomStream(seed: 17, purpose: .checking, index: index)
  return (0..<count).map { S(deviation * stream.normal(at: $0)) }
}

extension ParameterVector {
  /// The bits of all elements.
  var bits: [UInt64] { values.elements.map(\.hashBits) }
}

extension OptimizerState {
  /// The bits of all vectors of state, with those of the states inside.
  var bits: [UInt64] { slots.flatMap { $0.elements.map(\.hashBits) } + inner.flatMap(\.bits) }
}
