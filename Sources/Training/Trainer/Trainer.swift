/// Trains the model of an objective with an optimizer, in one scalar type.
///
/// Full-batch, mini-batch and stochastic training are the same loop with another batch size. The same seed gives the same
/// bits, with any number of threads. A trainer belongs to one thread at a time, and so do its copies, which share a tape
/// and an evaluator.
public struct Trainer<Goal: Objective, Rule: Optimizer, S: Scalar> {
  /// What is minimized.
  public let objective: Goal
  /// How the parameters are moved.
  public let optimizer: Rule
  /// The seed of initialization, shuffling and dropout.
  public let seed: UInt64
  /// The parameters as they are now.
  public internal(set) var parameters: ParameterVector<S>
  /// What the model's layers keep without training it, such as running means.
  public internal(set) var modelState: ModelState<S>
  /// The optimizer's state as it is now.
  public internal(set) var state: OptimizerState<S>
  /// The number of steps taken.
  public internal(set) var step = 0
  /// The number of epochs begun.
  public internal(set) var epoch = 0

  let evaluator: ObjectiveEvaluator<Goal, S>
  let tape = Tape<S>()
  var gradient: Gradient<S>

  /// A trainer of a newly initialized model.
  public init(_ objective: Goal, optimizer: Rule, scalar: S.Type = S.self, seed: UInt64 = 0) {
    self.objective = objective
    evaluator = ObjectiveEvaluator(objective)
    self.optimizer = optimizer
    self.seed = seed
    parameters = ParameterVector(initializing: objective.layout, seed: seed)
    modelState = ModelState(objective.layout)
    gradient = Gradient(.zeros(objective.layout))
    state = optimizer.initialState(for: parameters)
  }

  /// A trainer that goes on from parameters and a state, such as another trainer's, at a given step and epoch.
  public init(
    _ objective: Goal, optimizer: Rule, parameters: ParameterVector<S>, modelState: ModelState<S>? = nil,
    state: OptimizerState<S>? = nil, step: Int = 0, epoch: Int = 0, seed: UInt64
  ) {
    self.objective = objective
    evaluator = ObjectiveEvaluator(objective)
    self.optimizer = optimizer
    self.seed = seed
    self.parameters = parameters.rebound(to: objective.layout)
    self.modelState = modelState ?? ModelState(objective.layout)
    self.state = state ?? optimizer.initialState(for: parameters)
    self.step = step
    self.epoch = epoch
    gradient = Gradient(.zeros(objective.layout))
  }

  /// Where the optimizer wants the model to be evaluated, and used once it is trained: the parameters themselves, unless the
  /// optimizer averages them or trains at another point.
  public var evaluationParameters: ParameterVector<S> { optimizer.evaluationPoint(of: parameters, state: state) }

  /// Where the memory of a step comes from, with counts of what was allocated.
  public var pool: StoragePool { tape.pool }
}
