/// Layers applied one after the other.
///
/// ```swift
/// let model = Sequential { Dense(64, 128); ReLU(); Dense(128, 10) }
/// ```
/// Parameters are named by position, as in PyTorch: `0.weight`, `2.bias`. A layer and the `ReLU` behind it are computed
/// by one operation where the layer has one.
public struct Sequential<each Part: Layer>: Layer {
  /// The layers, first applied first.
  public let layers: (repeat each Part)
  /// What is done at each place.
  private let actions: [SequentialAction]

  /// The layers that the closure lists.
  public init(@LayerBuilder _ layers: () -> Sequential<repeat each Part>) { self = layers() }

  init(listing layers: repeat each Part) {
    self.layers = (repeat each layers)
    var actions: [SequentialAction] = []
    for layer in repeat each layers {
      if layer is ReLU, actions.last == .apply {
        actions[actions.count - 1] = .applyRectified
        actions.append(.skip)
      } else {
        actions.append(.apply)
      }
    }
    self.actions = actions
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    var x = x
    var index = 0
    // A call for each, which borrows the layer; a loop would copy it.
    repeat apply(each layers, to: &x, &index)
    return x
  }

  private func apply<S: Scalar>(_ layer: some Layer, to x: inout Variable<S>, _ index: inout Int) {
    switch actions[index] {
    case .apply: x = layer(x)
    case .applyRectified: x = layer.rectified(x)
    case .skip: break
    }
    index += 1
  }

  public func collectSlots(into collector: inout SlotCollector) {
    var index = 0
    for layer in repeat each layers {
      collector.collect(layer, named: "\(index)")
      index += 1
    }
  }
}

/// What is done with a layer of a sequence.
private enum SequentialAction {
  case apply
  /// A rectified linear unit is behind it.
  case applyRectified
  /// The layer before has done it.
  case skip
}

/// Builds a `Sequential` from the layers that a closure lists.
@resultBuilder public enum LayerBuilder {
  /// The listed layers in order.
  public static func buildBlock<each Part: Layer>(_ layers: repeat each Part) -> Sequential<repeat each Part> {
    Sequential(listing: repeat each layers)
  }
}
