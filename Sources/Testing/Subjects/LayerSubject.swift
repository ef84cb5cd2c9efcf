/// A layer at a given input, differentiated by its parameters and the input, or by its parameters alone.
struct LayerSubject<Model: Layer>: GradientSubject {
  let layer: Model
  let name: String
  let point: [NamedTensor]
  let pass: Pass
  /// The input, where it is not differentiated by: tokens.
  private let constant: Tensor<Double>?
  private let layout: ParameterLayout

  init(
    _ layer: Model, at input: Tensor<Double>, isConstant: Bool = false, seed: UInt64, pass: Pass, name: String? = nil
  ) {
    self.layer = layer
    self.name = name ?? String(describing: Model.self).prefix { $0 != "<" }.description
    self.pass = pass
    layout = ParameterLayout(of: layer)
    constant = isConstant ? input : nil
    var point = isConstant ? [] : [NamedTensor("input", input)]
    let parameters = ParameterVector<Double>(initializing: layout, seed: seed)
    for (index, segment) in layout.segments.enumerated() {
      // Parameters that begin all alike, such as zero biases, would hide mistakes.
      let noise = RandomStream(seed: seed, purpose: .checking, index: index)
      let shifted = parameters[index].elements.enumerated().map { $0.element + 0.1 * noise.normal(at: $0.offset) }
      point.append(NamedTensor(segment.name, Tensor(segment.shape, shifted)))
    }
    self.point = point
  }

  func evaluate<S: Scalar>(_ values: [Tensor<S>], on tape: Tape<S>) -> (variables: [Variable<S>], output: Variable<S>) {
    tape.pass = pass
    let flat = values.dropFirst(constant == nil ? 1 : 0).flatMap(\.elements)
    tape.bind(ParameterVector(Tensor([layout.count], flat), layout: layout))
    let input = constant.map { tape.constant($0.converted()) } ?? tape.variable(values[0])
    let output = layer(input)
    return ((constant == nil ? [input] : []) + layout.slots.map { tape[$0] }, output)
  }
}
