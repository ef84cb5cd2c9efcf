import Glissade

/// A model of images, given examples whose pixels may lie in a row or lack the axis of channels.
struct ImageModel<Model: Layer>: Layer, PyTorchNamed {
  let model: Model
  /// Channels, height and width.
  private let sizes: [Int]

  init(_ inputs: [Int], _ model: Model) {
    self.model = model
    sizes = Self.sizes(inputs) ?? inputs
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    model(x.shape.rank == 4 ? x : x.reshaped(to: Shape([x.shape[0]] + sizes)))
  }

  func collectSlots(into collector: inout SlotCollector) { collector.collectContents(of: model) }
  func collectPyTorchSlots(into collector: inout SlotCollector) { collector.collectContents(of: model) }

  /// Channels, height and width of inputs of the given sizes; nil where they are no images.
  static func sizes(_ inputs: [Int]) -> [Int]? {
    switch inputs.count {
    case 3: return inputs
    case 2: return [1] + inputs
    case 1:
      let side = Int(Double(inputs[0]).squareRoot().rounded())
      return side * side == inputs[0] ? [1, side, side] : nil
    default: return nil
    }
  }
}
