/// A step that has been taken, for monitors to look at.
public struct MonitoredStep<Goal: Objective, S: Scalar> {
  /// The number of the step, from 1.
  public let number: Int
  /// The interval at which the monitor measures.
  public let interval: Int
  /// The mean loss of the batch before the step.
  public let loss: Double
  /// The gradient of the loss times `lossScale`, before clipping and whatever else the optimizer does to it.
  public let gradient: ParameterVector<S>
  /// What the loss was multiplied by before the backward pass.
  public let lossScale: Double
  /// The Euclidean norm of the gradient of the loss.
  public let gradientNorm: Double
  /// The parameters before the step.
  public let before: ParameterVector<S>
  /// The parameters after the step.
  public let after: ParameterVector<S>
  /// The loss of the batch, as a function of the parameters.
  public let objective: ObjectiveOnBatch<Goal>
  /// The optimizer's learning rate at this step.
  public let learningRate: Double
  /// What the operations of the forward pass came to, where a monitor asks for it.
  public let activations: [ActivationSummary]
  /// How long the step took.
  public let seconds: Double
  /// The bytes that tensors of the pass take from the system.
  public let poolBytes: Int

  /// The number of examples of the batch.
  public var exampleCount: Int { objective.batch.count }

  /// The norm of what the step added to the parameters.
  public var updateNorm: Double { update.norm }

  /// What the step added to the parameters.
  public var update: ParameterVector<S> {
    var difference = after
    difference.add(-1, before)
    return difference
  }
}

extension ParameterVector {
  /// Measurements of the norms of all segments, under `name/segment`, divided by a number.
  func norms(as name: String, dividedBy divisor: Double = 1) -> [Measurement] {
    layout.segments.indices.map {
      Measurement("\(name)/\(layout.segments[$0].name)", self[$0].euclideanNorm.double / divisor)
    }
  }
}
