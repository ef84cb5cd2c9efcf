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
    let inputs = Tensor<S>(gathering: batch.indices, of: batch.examples.features, pool: tape.pool)
    let targets = tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.targets, pool: tape.pool))
    let outputs = model(tape.constant(inputs))
    let value =
      switch loss {
      case .squared: meanSquaredError(outputs, targets: targets)
      case .absolute: meanAbsoluteError(outputs, targets: targets)
      case .huber(let delta): huberLoss(outputs, targets: targets, delta: delta)
      case .binaryCrossEntropy: binaryCrossEntropy(outputs, targets: targets)
      }
    return Evaluation(loss: value)
  }
}
