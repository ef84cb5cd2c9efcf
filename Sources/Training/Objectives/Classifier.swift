/// A model whose outputs are logits of classes, with the softmax cross-entropy as loss.
public struct Classifier<Model: Layer>: Objective {
  /// The model, from [batch, features...] to [batch, classes].
  public let model: Model
  /// Label smoothing, from 0 (none) to 1.
  public let smoothing: Double
  public let layout: ParameterLayout

  /// The objective of training `model` to classify.
  public init(_ model: Model, smoothing: Double = 0) {
    self.model = model
    self.smoothing = smoothing
    layout = ParameterLayout(of: model)
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func evaluate<S: Scalar>(_ batch: Batch<LabeledExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let labels = batch.indices.map { batch.examples.labels[$0] }
    let logits = outputs(batch, on: tape)
    let loss = softmaxCrossEntropy(logits, labels: labels, smoothing: smoothing)
    return Evaluation(loss: loss, correctCount: logits.value.countRows(withLargestAt: labels))
  }
}

extension Classifier: OutputObjective {
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func outputs<S: Scalar>(_ batch: Batch<LabeledExamples>, on tape: Tape<S>) -> Variable<S> {
    model(tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.features, pool: tape.pool)))
  }

  public func loss<S: Scalar>(of outputs: Variable<S>, _ batch: Batch<LabeledExamples>) -> Variable<S> {
    let labels = batch.indices.map { batch.examples.labels[$0] }
    return softmaxCrossEntropy(outputs, labels: labels, smoothing: smoothing)
  }
}
