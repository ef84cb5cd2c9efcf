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
  private let steps: [any SequentialStep]

  /// The layers that the closure lists.
  public init(@LayerBuilder _ layers: () -> Sequential<repeat each Part>) { self = layers() }

  init(listing layers: repeat each Part) {
    self.layers = (repeat each layers)
    var steps: [any SequentialStep] = []
    for layer in repeat each layers {
      if layer is ReLU, let last = steps.last, !last.rectifies {
        steps[steps.count - 1] = last.rectified
      } else {
        steps.append(LayerStep(layer))
      }
    }
    self.steps = steps
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    var x = x
    for step in steps { x = step.apply(to: x) }
    return x
  }

  public func collectSlots(into collector: inout SlotCollector) {
    var index = 0
    for layer in repeat each layers {
      collector.collect(layer, named: "\(index)")
      index += 1
    }
  }
}

/// Builds a `Sequential` from the layers that a closure lists.
@resultBuilder public enum LayerBuilder {
  /// The listed layers in order.
  public static func buildBlock<each Part: Layer>(_ layers: repeat each Part) -> Sequential<repeat each Part> {
    Sequential(listing: repeat each layers)
  }
}
