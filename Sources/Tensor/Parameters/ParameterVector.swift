/// All parameters of a model, or a gradient or any other vector laid out like them, in one contiguous buffer.
public struct ParameterVector<S: Scalar>: Sendable, Equatable {
  /// Where each parameter lies.
  public let layout: ParameterLayout
  /// The flat vector. Not observed: an observer would make every change in place a copy.
  @usableFromInline var flat: Tensor<S>

  /// The flat vector, of shape [layout.count]; traps where another number of values is put in its place.
  public var values: Tensor<S> {
    get { flat }
    set {
      require(newValue.count == layout.count, "\(newValue.count) values for \(layout.count) parameters")
      flat = newValue.reshaped(to: [layout.count] as Shape)
    }
  }

  /// A vector of the given values; traps where their number is not the layout's.
  public init(_ values: Tensor<S>, layout: ParameterLayout) {
    require(values.count == layout.count, "\(values.count) values for a layout of \(layout.count) parameters")
    self.layout = layout
    flat = values.reshaped(to: [layout.count] as Shape)
  }

  /// The same values under another layout with the same segments: that of another instance of the same model.
  public func rebound(to layout: ParameterLayout) -> ParameterVector {
    require(self.layout == layout, "the parameters are not laid out like the model's")
    return ParameterVector(values, layout: layout)
  }

  /// A vector of zeros.
  public static func zeros(_ layout: ParameterLayout) -> ParameterVector {
    ParameterVector(.zeros([layout.count]), layout: layout)
  }

  /// The initial parameters: each slot's initializer on its own stream of random numbers.
  public init(initializing layout: ParameterLayout, seed: UInt64) {
    var elements: [S] = []
    elements.reserveCapacity(layout.count)
    for (index, slot) in layout.slots.enumerated() {
      let stream = RandomStream(seed: seed, purpose: .initialization, index: index)
      let drawn = slot.initializer.values(shape: slot.shape, stream: stream)
      require(
        drawn.count == slot.shape.count, "an initializer gave \(drawn.count) values for shape \(slot.shape)")
      for value in drawn { elements.append(S(value)) }
    }
    self.init(Tensor([layout.count], elements), layout: layout)
  }

  /// A vector of independent standard normal numbers, such as a direction to differentiate along.
  public static func normal(_ layout: ParameterLayout, seed: UInt64) -> ParameterVector {
    ParameterVector(.normal([layout.count], seed: seed), layout: layout)
  }

  /// The tensor of one segment, sharing the vector's memory until either is written.
  public subscript(index: Int) -> Tensor<S> {
    let (shape, start) = layout.place(of: index)
    return Tensor(shape: shape, storage: flat.storage, offset: flat.offset + start)
  }

  /// The tensor of the parameter of a given name, nil where there is none.
  public subscript(name: String) -> Tensor<S>? {
    get { layout.segments.firstIndex { $0.name == name }.map { self[$0] } }
    set {
      guard let index = layout.segments.firstIndex(where: { $0.name == name }), let newValue else {
        fatalError("there is no parameter \(name)")
      }
      replace(index, with: newValue)
    }
  }

  /// The tensor of a slot.
  public subscript(parameter: Parameter) -> Tensor<S> {
    get { self[layout.index(of: parameter)] }
    set { replace(layout.index(of: parameter), with: newValue) }
  }

  /// Overwrites one segment.
  public mutating func replace(_ index: Int, with tensor: Tensor<S>) {
    let segment = layout.segments[index]
    require(
      tensor.shape == segment.shape, "\(segment.name) has shape \(segment.shape), the new value \(tensor.shape)")
    makeUnique()
    tensor.copyElements(into: self[index])
  }

  /// The vector in another scalar type, each value rounded once.
  public func converted<Target: Scalar>(to type: Target.Type = Target.self) -> ParameterVector<Target> {
    ParameterVector<Target>(values.converted(), layout: layout)
  }

  mutating func makeUnique() { flat.withMutableElements { _ in } }

  /// A tensor that writes straight into a segment; only after `makeUnique()`, and not to be kept.
  func region(_ index: Int) -> Tensor<S> {
    var region = self[index]
    region.isRegion = true
    return region
  }
}
