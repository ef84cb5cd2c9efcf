/// What is minimized: a model with a loss on examples, in any scalar type.
public protocol Objective: Sendable {
  /// What the loss is computed on.
  associatedtype Examples: ExampleSet
  /// The model's parameters.
  var layout: ParameterLayout { get }
  /// The mean loss of a batch, on a tape to which parameters are bound.
  func evaluate<S: Scalar>(_ batch: Batch<Examples>, on tape: Tape<S>) -> Evaluation<S>
}

/// The value of an objective on a batch.
public struct Evaluation<S: Scalar> {
  /// The mean loss.
  public let loss: Variable<S>
  /// How many examples were classified correctly, where that means something.
  public let correctCount: Int?
  /// For classifiers, the logits of shape [..., classes], from which further metrics are made.
  public let logits: Variable<S>?
  /// The class of each row of the logits.
  public let labels: [Int]

  /// A loss, and for classifiers the number of correct predictions and what they were made from.
  public init(loss: Variable<S>, correctCount: Int? = nil, logits: Variable<S>? = nil, labels: [Int] = []) {
    self.loss = loss
    self.correctCount = correctCount
    self.logits = logits
    self.labels = labels
  }
}
