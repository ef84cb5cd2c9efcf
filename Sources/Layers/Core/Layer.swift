/// A part of a network: a description that maps a variable to a variable, in every scalar type.
///
/// Conform with stored properties that are layers or `Parameter` slots, and the forward pass; gradients come from the
/// tape, and slots are found through the stored properties.
///
/// ```swift
/// struct Block: Layer {
///   let norm = LayerNorm(128), hidden = Dense(128, 512), output = Dense(512, 128)
///   func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
///     x + output(gelu(hidden(norm(x))))
///   }
/// }
/// ```
public protocol Layer: Sendable {
  /// The layer's value at x.
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S>
  /// max(y, 0) of the layer's value y at x.
  ///
  /// The default is a rectified linear unit behind the layer. Conform where one operation does both: `Sequential`
  /// calls it for a layer that `ReLU` follows, and so does `layer(x, then: ReLU())`.
  func rectified<S: Scalar>(_ x: Variable<S>) -> Variable<S>
  /// Shows the layer's slots, and those of the layers in it, to a collector.
  ///
  /// The default walks the stored properties, arrays and optionals of them included. Conform only to give other names.
  func collectSlots(into collector: inout SlotCollector)
}

extension Layer {
  public func rectified<S: Scalar>(_ x: Variable<S>) -> Variable<S> { relu(self(x)) }
  public func collectSlots(into collector: inout SlotCollector) { collector.collectProperties(of: self) }

  /// The activation of the layer's value at x, by one operation where the layer has one for both.
  public func callAsFunction<S: Scalar>(_ x: Variable<S>, then activation: some Layer) -> Variable<S> {
    activation is ReLU ? rectified(x) : activation(self(x))
  }
}
