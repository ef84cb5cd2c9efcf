/// What can go wrong while training; each case describes itself in a sentence that says what to do.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// There is nothing to train on, or nothing to validate with.
  case noExamples
  /// The batch size is not positive.
  case batchSize(Int)
  /// Only full batches are wanted, and there are too few examples for one.
  case noFullBatch(batchSize: Int, exampleCount: Int)
  /// The number of epochs is negative.
  case epochs(Int)
  /// The number of steps is negative.
  case steps(Int)
  /// Early stopping watches validation examples, and there are none.
  case nothingToStopBy
  /// Something became infinite or NaN, at a step counted from 1; with the operation in which that began, where it is known.
  case notFinite(step: Int, what: String, origin: NonFiniteOrigin? = nil)

  /// The sentence.
  public var description: String {
    switch self {
    case .noExamples: "There are no examples: training, and validation if there is any, need at least one each."
    case .batchSize(let size): "A batch has at least one example, not \(size)."
    case .noFullBatch(let size, let count):
      "No full batch of \(size) is left of \(count) examples: use a batch size of at most \(count), or keep the last batch."
    case .epochs(let count): "The number of epochs is zero or more, not \(count)."
    case .steps(let count): "The number of steps is zero or more, not \(count)."
    case .nothingToStopBy:
      "Early stopping watches the validation examples, and there are none: give some, or watch the training loss."
    case .notFinite(let step, let what, let origin):
      """
      At step \(step), \(what) became infinite or NaN\(origin.map { ", first \($0)" } ?? ""): try a smaller learning rate, \
      clipping, or a wider scalar type.
      """
    }
  }
}
