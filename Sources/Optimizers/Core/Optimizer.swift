/// A way of moving parameters along gradients: an immutable rule, with its state kept apart.
///
/// The rule holds hyperparameters and is free of scalar type; the state is one value that can be saved, compared and
/// copied. The same rule runs in every precision and on dual numbers. A rule that treats every element alike is better
/// written as an `ElementwiseOptimizer`.
public protocol Optimizer: Sendable {
  /// The size of a step; a transform's is that of the rule in it.
  var learningRate: Double { get set }
  /// Multiplies the learning rate, with those that go along with it, as a schedule does at each step; by default there is
  /// one.
  mutating func scaleLearningRates(by factor: Double)
  /// The state before the first step.
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S>
  /// Moves the parameters by one step.
  ///
  /// The gradient is the optimizer's to change: a transform such as clipping does so in place. An optimizer that needs
  /// the objective at other points, or curvature, asks the gradient's evaluator; where there is none it traps.
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>)
  /// Whether it copes with gradients that are infinite or NaN; a trainer stops at them otherwise.
  var copesWithNonFinite: Bool { get }
  /// What the loss is to be multiplied by before the backward pass, for low precision; the gradient is handed in scaled.
  func lossScale<S: Scalar>(_ state: OptimizerState<S>) -> Double
  /// Where the model is to be evaluated, if not at the parameters that are trained: at an average, say.
  func evaluationPoint<S: Scalar>(of parameters: ParameterVector<S>, state: OptimizerState<S>) -> ParameterVector<S>
}

extension Optimizer {
  /// Moves the parameters by one step of a rule that needs no evaluator, leaving the caller's gradient as it is.
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: ParameterVector<S>, state: inout OptimizerState<S>
  ) {
    var gradient = Gradient(gradient)
    update(&parameters, along: &gradient, state: &state)
  }

  public mutating func scaleLearningRates(by factor: Double) { learningRate *= factor }

  public var copesWithNonFinite: Bool { false }

  public func lossScale<S: Scalar>(_ state: OptimizerState<S>) -> Double { 1 }

  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    parameters
  }
}
