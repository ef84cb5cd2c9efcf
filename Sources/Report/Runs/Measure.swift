/// What is known of a curve by its name: where it stands on the page and how it is drawn.
struct Measure {
  /// The part of the page.
  enum Part { case curves, schedules, monitors }

  let part: Part
  let title: String
  /// What is up.
  let axis: String
  /// Whether values of several powers of ten are to be expected.
  let scale: Scale
  let moreIsBetter: Bool

  /// The measure of a curve; those that are not known are monitors.
  init(_ name: String) {
    let plain = Self.plain(name)
    self =
      Self.known[name] ?? Self.known[plain]
      ?? Measure(
        .monitors, Settings.title(plain), Settings.words(plain), .logarithmic)
  }

  /// The name of a curve without what tells steps from epochs.
  private static func plain(_ name: String) -> String {
    name.hasPrefix(RunRecord.stepPrefix) ? String(name.dropFirst(RunRecord.stepPrefix.count)) : name
  }

  private init(
    _ part: Part, _ title: String, _ axis: String, _ scale: Scale = .linear, moreIsBetter: Bool = false
  ) {
    self.part = part
    self.title = title
    self.axis = axis
    self.scale = scale
    self.moreIsBetter = moreIsBetter
  }

  private static let known: [String: Measure] = [
    "trainLoss": Measure(.curves, "Training loss", "mean loss of the epoch", .logarithmic),
    "testLoss": Measure(.curves, "Test loss", "loss on the test set", .logarithmic),
    "validationLoss": Measure(.curves, "Validation loss", "loss on the validation set", .logarithmic),
    "step.loss": Measure(.curves, "Loss of each batch", "loss before the step", .logarithmic),
    "trainAccuracy": Measure(.curves, "Training accuracy", "share classified correctly", moreIsBetter: true),
    "testAccuracy": Measure(.curves, "Test accuracy", "share classified correctly", moreIsBetter: true),
    "validationAccuracy": Measure(.curves, "Validation accuracy", "share classified correctly", moreIsBetter: true),
    "learningRate": Measure(.schedules, "Learning rate", "learning rate"),
    "effectiveLearningRate": Measure(.schedules, "Effective learning rate", "update over gradient", .logarithmic),
    "gradientNorm": Measure(.monitors, "Gradient norm of the epoch", "root mean square, before clipping", .logarithmic),
    "step.gradientNorm": Measure(.monitors, "Gradient norm", "Euclidean norm, before clipping", .logarithmic),
    "weightNorm": Measure(.monitors, "Weight norm", "Euclidean norm"),
    "updateRatio": Measure(.monitors, "Update ratio", "norm of the step over that of the weights", .logarithmic),
    "gradientCosine": Measure(.monitors, "Gradient cosine", "cosine with the gradient before"),
    "gradientNoiseScale": Measure(.monitors, "Gradient noise scale", "examples", .logarithmic),
    "gradientSignalToNoise": Measure(.monitors, "Gradient signal-to-noise", "ratio", .logarithmic, moreIsBetter: true),
    "hessianLargestEigenvalue": Measure(.monitors, "Largest Hessian eigenvalue", "sharpness", .logarithmic),
    "activationMean": Measure(.monitors, "Activation mean", "mean"),
    "activationDeviation": Measure(.monitors, "Activation deviation", "standard deviation", .logarithmic),
    "deadUnits": Measure(.monitors, "Dead units", "share of the units"),
    "tensorBytes": Measure(.monitors, "Tensor memory", "bytes"),
    "largestProcessBytes": Measure(.monitors, "Process memory", "bytes, the most so far"),
    "examplesPerSecond": Measure(.monitors, "Throughput", "examples a second", moreIsBetter: true),
    "stepsPerSecond": Measure(.monitors, "Steps a second", "steps a second", moreIsBetter: true),
  ]

  /// Logarithmic only where it shows more: if all values are positive and the greatest is over ten times the least.
  func scale(for series: [Series]) -> Scale {
    let values = series.flatMap { $0.points.map(\.y) }.filter(\.isFinite)
    guard scale == .logarithmic, let least = values.min(), let greatest = values.max(), least > 0 else {
      return .linear
    }
    return greatest > 10 * least ? .logarithmic : .linear
  }
}
