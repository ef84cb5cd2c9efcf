/// Inputs with classes, in a part to train on and one to test with.
public struct LabeledData: Sendable {
  /// What to train on; the features have shape [examples] + size.
  public let training: LabeledExamples
  /// What to test with, of the same size and classes.
  public let test: LabeledExamples

  /// Two parts; throws where one is empty, or their inputs have different sizes or none, or their classes differ.
  public init(training: LabeledExamples, test: LabeledExamples) throws {
    let sizes = [training, test].map { $0.features.shape.dropping(axis: 0) }
    guard sizes[0] == sizes[1], sizes[0].count > 0, training.classCount == test.classCount else {
      throw DataError.sizesDiffer(
        "test inputs of shape \(test.features.shape) in \(test.classCount) classes for training inputs of shape "
          + "\(training.features.shape) in \(training.classCount)")
    }
    guard training.count > 0, test.count > 0 else { throw DataError.noExamples }
    self.training = training
    self.test = test
  }

  /// The shape of an input: [height, width] or [channels, height, width] of images, [features] of others.
  public var size: Shape { training.features.shape.dropping(axis: 0) }

  /// The number of classes.
  public var classCount: Int { training.classCount }

  /// The same data with inputs of another shape of as many elements, such as [784] or [1, 28, 28].
  public func reshaped(to size: Shape) throws -> LabeledData {
    func reshaped(_ examples: LabeledExamples) throws -> LabeledExamples {
      try LabeledExamples(
        features: examples.features.reshaped(to: Shape([examples.count] + size.sizesArray)), labels: examples.labels,
        classCount: examples.classCount)
    }
    return try LabeledData(training: reshaped(training), test: reshaped(test))
  }
}
