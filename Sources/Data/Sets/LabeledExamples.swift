/// Inputs with a class label each.
public struct LabeledExamples: ExampleSet {
  /// The inputs, of shape [examples, features...], in Float, from which they enter a computation in any scalar type.
  public let features: Tensor<Float>
  /// The class of each input, from 0.
  public let labels: [Int]
  /// The number of classes.
  public let classCount: Int

  /// Inputs and their labels; throws where their numbers differ or a label lies outside the classes.
  public init(features: Tensor<Float>, labels: [Int], classCount: Int) throws {
    guard features.shape.rank >= 1, features.shape[0] == labels.count else {
      throw DataError.sizesDiffer("\(labels.count) labels for inputs of shape \(features.shape)")
    }
    if let wrong = labels.first(where: { $0 < 0 || $0 >= classCount }) {
      throw DataError.labelOutsideClasses(wrong, classCount: classCount)
    }
    self.features = features
    self.labels = labels
    self.classCount = classCount
  }

  public var count: Int { labels.count }

  /// The examples of the given indices, as a set of their own.
  public func selecting(_ indices: [Int]) throws -> LabeledExamples {
    try LabeledExamples(
      features: Tensor(gathering: indices[...], of: features), labels: indices.map { labels[$0] },
      classCount: classCount)
  }
}
