/// An objective that is a loss of a model's outputs: what Gauss–Newton and natural-gradient methods take apart.
public protocol OutputObjective: Objective {
  /// The outputs of the model on a batch, such as logits, with the examples on the first axis.
  func outputs<S: Scalar>(_ batch: Batch<Examples>, on tape: Tape<S>) -> Variable<S>
  /// The mean loss of outputs on a batch.
  func loss<S: Scalar>(of outputs: Variable<S>, _ batch: Batch<Examples>) -> Variable<S>
}
