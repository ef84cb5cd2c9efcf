extension LayerNorm: PyTorchNamed {
  public func collectPyTorchSlots(into collector: inout SlotCollector) { collector.collectAffine(gain, offset) }
}

extension RMSNorm: PyTorchNamed {
  public func collectPyTorchSlots(into collector: inout SlotCollector) { collector.collectAffine(gain, nil) }
}

extension GroupNorm: PyTorchNamed {
  public func collectPyTorchSlots(into collector: inout SlotCollector) { collector.collectAffine(gain, offset) }
}

extension BatchNorm: PyTorchNamed {
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collectAffine(gain, offset)
    collector.collect(runningMean as Any, named: "running_mean")
    collector.collect(runningVariance as Any, named: "running_var")
    collector.collect(batches as Any, named: "num_batches_tracked")
  }
}

extension InstanceNorm: PyTorchNamed {
  public func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collectAffine(gain, offset)
    running.collectPyTorchSlots(into: &collector)
  }
}

extension SlotCollector {
  fileprivate mutating func collectAffine(_ gain: Parameter?, _ offset: Parameter?) {
    collect(gain as Any, named: "weight")
    collect(offset as Any, named: "bias")
  }
}
