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
  /// Shows the layer's slots, and those of the layers in it, to a collector.
  ///
  /// The default walks the stored properties, arrays and optionals of them included. Conform only to give other names.
  func collectSlots(into collector: inout SlotCollector)
}

extension Layer {
  public func collectSlots(into collector: inout SlotCollector) { collector.collectProperties(of: self) }
}
