extension Recurrent: PyTorchNamed {
  /// `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0`, `weight_ih_l0_reverse` …, as in `RNN`, `GRU` and `LSTM`.
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    for (layer, directions) in weights.enumerated() {
      for (direction, weights) in directions.enumerated() {
        let suffix = "_l\(layer)\(direction == 1 ? "_reverse" : "")"
        collector.collect(weights.inputWeight, named: "weight_ih\(suffix)")
        collector.collect(weights.hiddenWeight, named: "weight_hh\(suffix)")
        collector.collect(weights.inputBias as Any, named: "bias_ih\(suffix)")
        collector.collect(weights.hiddenBias as Any, named: "bias_hh\(suffix)")
      }
    }
  }
}
