/// A model whose outputs are logits of classes, with the softmax cross-entropy as loss.
public struct Classifier<Model: Layer>: Objective {
  /// What is made of outputs and classes.
  public enum Loss: String, Sendable, CaseIterable {
    /// The softmax cross-entropy.
    case crossEntropy
    /// The mean of squared differences from one-hot vectors, over examples and classes.
    case squared
  }

  /// The model, from [batch, features...] to [batch, classes].
  public let model: Model
  /// What is made of outputs and classes.
  public let loss: Loss
  /// Label smoothing, from 0 (none) to 1.
  public let smoothing: Double
  public let layout: ParameterLayout

  /// The objective of training `model` to classify.
  public init(_ model: Model, loss: Loss = .crossEntropy, smoothing: Double = 0) {
    self.model = model
    self.loss = loss
    self.smoothing = smoothing
    layout = ParameterLayout(of: model)
  }

  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func evaluate<S: Scalar>(_ batch: Batch<LabeledExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let labels = batch.indices.map { batch.examples.labels[$0] }
    let logits = outputs(batch, on: tape)
    return Evaluation(
      loss: loss(of: logits, labels), correctCount: logits.value.countRows(withLargestAt: labels), logits: logits,
      labels: labels)
  }

  private func loss<S: Scalar>(of logits: Variable<S>, _ labels: [Int]) -> Variable<S> {
    guard loss == .squared else { return softmaxCrossEntropy(logits, labels: labels, smoothing: smoothing) }
    let classes = logits.shape.columns
    var targets = [S](repeating: S(smoothing / Double(classes)), count: logits.shape.count)
    for (row, label) in labels.enumerated() { targets[row * classes + label] += S(1 - smoothing) }
    return meanSquaredError(
      logits, targets: logits.tape.constant(Tensor(logits.shape, targets, pool: logits.tape.pool)))
  }
}

extension Classifier: OutputObjective {
  @_specialize(kind:partial,where S == Float)
  @_specialize(kind:partial,where S == Double)
  public func outputs<S: Scalar>(_ batch: Batch<LabeledExamples>, on tape: Tape<S>) -> Variable<S> {
    model(tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.features, pool: tape.pool)))
  }

  public func loss<S: Scalar>(of outputs: Variable<S>, _ batch: Batch<LabeledExamples>) -> Variable<S> {
    loss(of: outputs, batch.indices.map { batch.examples.labels[$0] })
  }
}
