/// An elementwise rule with a factor for each tensor, such as the ratio of the norms of weights and step.
///
/// A step has three parts for each tensor:
/// 1. `direction` works out, element by element, along what to step; it is written over the gradient, so it takes no
///    memory, and in narrow scalar types it is rounded there;
/// 2. `factor` makes one number of the norms of the weights and of the direction, and of a number kept for the tensor;
/// 3. `update` moves the weights, element by element, along the direction times the factor.
///
/// Both passes are fused and compiled for the rule, as those of an `ElementwiseOptimizer`. Where the direction is the
/// gradient itself the first is left out.
///
/// ```swift
/// struct NormalizedGradientDescent: LayerwiseOptimizer {
///   var learningRate = 0.01
///   var stepsAlongGradient: Bool { true }
///   func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at step: Step) -> A {
///     direction > 0 ? weights / direction : 1
///   }
///   func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at step: Step) { w -= learningRate * u }
/// }
/// ```
public protocol LayerwiseOptimizer: Optimizer {
  /// What the rule needs that is the same for all elements of one step: by default the step's number.
  associatedtype Coefficients: Sendable = Step
  /// The vectors of state, at most five; those given by a name alone begin at zero.
  var slots: [Slot] { get }
  /// The name of the number that is kept for each tensor, beginning at zero, if there is one.
  var tensorSlot: String? { get }
  /// Whether the direction is the gradient, so that `direction` is not asked.
  var stepsAlongGradient: Bool { get }
  /// What is the same for all elements, worked out once a step.
  func coefficients(at step: Step) -> Coefficients
  /// Along what an element w with gradient g is to step; the state s may be renewed.
  func direction<V: Lane>(along g: V, at w: V, _ s: inout Slots<V>, _ c: Coefficients) -> V
  /// The factor of one tensor, from the Euclidean norms of its weights and its direction, and from what is kept for it.
  func factor<A: Scalar>(weights: A, direction: A, kept: inout A, at c: Coefficients) -> A
  where A.Accumulator == A
  /// Updates an element w along the direction's element u, which the factor has been multiplied into.
  func update<V: Lane>(_ w: inout V, along u: V, _ s: inout Slots<V>, at c: Coefficients)
}

extension LayerwiseOptimizer where Coefficients == Step {
  @inlinable public func coefficients(at step: Step) -> Step { step }
}

extension LayerwiseOptimizer {
  public var slots: [Slot] { [] }
  public var tensorSlot: String? { nil }
  public var stepsAlongGradient: Bool { false }

  @inlinable @inline(__always)
  public func direction<V: Lane>(along g: V, at w: V, _ s: inout Slots<V>, _ c: Coefficients) -> V { g }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    var state = OptimizerState(slots, for: parameters)
    if let tensorSlot { state.append(tensorSlot, .zeros([parameters.layout.segments.count])) }
    return state
  }

  // Inlined into each conformance, which is how the loops come to be compiled for the rule.
  @inlinable @inline(__always)
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let slots = slots
    state.arrangeSlots(for: slots + (tensorSlot.map { [Slot($0)] } ?? []))
    state.step += 1
    let coefficients = coefficients(at: Step(number: state.step))
    // A pass wants vectors only, so the numbers of the tensors are taken out for the time of the step.
    var kept = tensorSlot.map { _ in state.slots.remove(at: slots.count) }
    if !stepsAlongGradient { gradient.applyScale() }
    for (index, segment) in parameters.layout.segments.enumerated() where !segment.range.isEmpty {
      if !stepsAlongGradient {
        ElementwisePass.run(
          DirectionRule(optimizer: self, coefficients: coefficients), on: &gradient.vector, along: parameters,
          slots: &state.slots, over: segment.range)
      }
      var number = kept?[index] ?? 0
      let factor = factor(
        weights: parameters[index].euclideanNorm,
        direction: gradient.vector[index].euclideanNorm * gradient.scale.magnitude, kept: &number, at: coefficients)
      kept?[index] = number
      ElementwisePass.run(
        TensorStepRule(optimizer: self, coefficients: coefficients), on: &parameters, along: gradient.vector,
        scale: factor * gradient.scale, slots: &state.slots, over: segment.range)
    }
    if let kept { state.slots.insert(kept, at: slots.count) }
  }
}

/// Writes the direction over the gradient: in this pass the gradient is what is updated, along the weights.
@frozen @usableFromInline struct DirectionRule<Rule: LayerwiseOptimizer>: ElementwiseRule {
  @usableFromInline let optimizer: Rule
  @usableFromInline let coefficients: Rule.Coefficients

  @inlinable @inline(__always) init(optimizer: Rule, coefficients: Rule.Coefficients) {
    self.optimizer = optimizer
    self.coefficients = coefficients
  }

  @inlinable @inline(__always)
  func callAsFunction<V: Lane>(_ g: inout V, _ w: V, _ slots: inout Slots<V>) {
    g = optimizer.direction(along: g, at: w, &slots, coefficients)
  }
}

/// Steps along the direction.
@frozen @usableFromInline struct TensorStepRule<Rule: LayerwiseOptimizer>: ElementwiseRule {
  @usableFromInline let optimizer: Rule
  @usableFromInline let coefficients: Rule.Coefficients

  @inlinable @inline(__always) init(optimizer: Rule, coefficients: Rule.Coefficients) {
    self.optimizer = optimizer
    self.coefficients = coefficients
  }

  @inlinable @inline(__always)
  func callAsFunction<V: Lane>(_ w: inout V, _ u: V, _ slots: inout Slots<V>) {
    optimizer.update(&w, along: u, &slots, at: coefficients)
  }
}
