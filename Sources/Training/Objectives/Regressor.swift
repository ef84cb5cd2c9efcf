/// A model whose outputs are compared with target tensors.
public struct Regressor<Model: Layer>: Objective {
  /// How outputs are compared with targets.
  public enum Loss: Hashable, Sendable {
    /// The mean of squared differences.
    case squared
    /// The mean of absolute differences.
    case absolute
    /// Huber's loss with its δ.
    case huber(delta: Double)
    /// Binary cross-entropy; outputs are logits.
    case binaryCrossEntropy
  }

  /// The model, from [batch, features...] to the shape of the targets.
  public let model: Model
  /// How outputs are compared with targets.
  public let loss: Loss
  public let layout: ParameterLayout

  /// The objective of training `model` to meet targets.
  public init(_ model: Model, loss: Loss = .squared) {
    self.model = model
    self.loss = loss
    layout = ParameterLayout(of: model)
  }

  public func evaluate<S: Scalar>(_ batch: Batch<TargetExamples>, on tape: Tape<S>) -> Evaluation<S> {
    Evaluation(loss: loss(of: outputs(batch, on: tape), batch))
  }
}

extension Regressor: OutputObjective {
  public func outputs<S: Scalar>(_ batch: Batch<TargetExamples>, on tape: Tape<S>) -> Variable<S> {
    model(tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.features, pool: tape.pool)))
  }

  public func loss<S: Scalar>(of outputs: Variable<S>, _ batch: Batch<TargetExamples>) -> Variable<S> {
    let tape = outputs.tape
    let targets = tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.targets, pool: tape.pool))
    switch loss {
    case .squared: return meanSquaredError(outputs, targets: targets)
    case .absolute: return meanAbsoluteError(outputs, targets: targets)
    case .huber(let delta): return huberLoss(outputs, targets: targets, delta: delta)
    case .binaryCrossEntropy: return binaryCrossEntropy(outputs, targets: targets)
    }
  }
}
