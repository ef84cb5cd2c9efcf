/// A layer of a sequence, perhaps with a rectified linear unit behind it.
///
/// An object, for out of a tuple a layer is copied wherever it is applied, which retains all of its slots.
protocol SequentialStep: AnyObject, Sendable {
  /// Whether there is a rectified linear unit.
  var rectifies: Bool { get }
  /// The same layer with one.
  var rectified: any SequentialStep { get }
  /// The value at x.
  func apply<S: Scalar>(to x: Variable<S>) -> Variable<S>
}

final class LayerStep<Base: Layer>: SequentialStep {
  private let layer: Base
  let rectifies: Bool

  init(_ layer: Base, rectifies: Bool = false) {
    self.layer = layer
    self.rectifies = rectifies
  }

  var rectified: any SequentialStep { LayerStep(layer, rectifies: true) }

  func apply<S: Scalar>(to x: Variable<S>) -> Variable<S> { rectifies ? layer.rectified(x) : layer(x) }
}
