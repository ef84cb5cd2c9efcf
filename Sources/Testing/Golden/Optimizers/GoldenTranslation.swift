import GlissadeOptimizers

/// What a case of another library is here.
struct GoldenTranslation {
  /// The optimizer.
  var optimizer: any Optimizer
  /// Whether the gradient counts with the other sign.
  var maximizes = false
  /// Quantities beside the parameters that the case lists for each step, by their names in `aux`.
  var observed: [String: @Sendable (GoldenObservation) -> [Double]] = [:]

  init(_ optimizer: any Optimizer, maximizes: Bool = false) {
    self.optimizer = optimizer
    self.maximizes = maximizes
  }

  /// Makes a translation from the hyperparameters of a case; it reads all that it understands.
  typealias Maker = @Sendable (GoldenHyper) throws -> GoldenTranslation
}

/// What can be seen after a step.
struct GoldenObservation {
  /// The gradient that the optimizer was handed.
  var gradient: ParameterVector<Double>
  /// The objective's value that it was handed.
  var loss: Double?
  /// The parameters after the step.
  var parameters: ParameterVector<Double>
  /// The optimizer's state after the step.
  var state: OptimizerState<Double>
  /// The optimizer's evaluation point after the step.
  var evaluationPoint: ParameterVector<Double>
}
