/// An optimizer that treats every element alike: hyperparameters, named slots of state, one rule.
///
/// The rule is written once over a `Lane` and runs on SIMD registers as well as on single scalars of any type, in one
/// fused pass over memory, on all threads.
///
/// ```swift
/// struct Lion: ElementwiseOptimizer {
///   var learningRate = 1e-4, beta1 = 0.9, beta2 = 0.99, weightDecay = 0.0
///   var slots: [Slot] { ["momentum"] }
///   func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
///     w -= learningRate * ((beta1 * s[0] + (1 - beta1) * g).sign + weightDecay * w)
///     s[0] = beta2 * s[0] + (1 - beta2) * g
///   }
/// }
/// ```
public protocol ElementwiseOptimizer: Optimizer {
  /// What the rule needs that is the same for all elements of one step: by default the step's number.
  associatedtype Coefficients: Sendable = Step
  /// The vectors of state, at most five; those given by a name alone begin at zero.
  var slots: [Slot] { get }
  /// What is the same for all elements, worked out once a step.
  func coefficients(at step: Step) -> Coefficients
  /// The same for a rule that keeps numbers from step to step, such as a running product; by default none.
  func coefficients(at step: Step, numbers: inout [String: Double]) -> Coefficients
  /// Updates an element w along the gradient's element g, with the state s of that element.
  ///
  /// Best marked `@inline(__always)`: a long rule is not inlined into the loop otherwise, which can halve its speed.
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at coefficients: Coefficients)
}

extension ElementwiseOptimizer where Coefficients == Step {
  @inlinable public func coefficients(at step: Step) -> Step { step }
}

extension ElementwiseOptimizer {
  public var slots: [Slot] { [] }

  @inlinable public func coefficients(at step: Step, numbers: inout [String: Double]) -> Coefficients {
    coefficients(at: step)
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    requireDeclaredSlots()
    return OptimizerState(slots, for: parameters)
  }

  /// Runs the rule once on numbers of no meaning, to see that it writes only to slots that it names.
  private func requireDeclaredSlots() {
    var weight = ScalarLane<Double>(1)
    var used = Slots<ScalarLane<Double>>()
    update(&weight, along: ScalarLane(0.5), &used, at: coefficients(at: Step(number: 1)))
    for index in slots.count..<max(slots.count, Slots<ScalarLane<Double>>.capacity) {
      require(
        used[index].value == 0,
        "\(Self.self) keeps state in slot \(index) but names only the slots \(slots.map(\.name))")
    }
  }

  /// Counts a step, whose coefficients it returns.
  @inlinable @inline(__always)
  func beginStep<S: Scalar>(of state: inout OptimizerState<S>) -> Coefficients {
    state.arrangeSlots(for: slots)
    state.step += 1
    return coefficients(at: Step(number: state.step), numbers: &state.numbers)
  }

  // Inlined into each conformance, which is how the loop comes to be compiled for the rule.
  @inlinable @inline(__always)
  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    let rule = BoundRule(optimizer: self, coefficients: beginStep(of: &state))
    ElementwisePass.run(
      rule, on: &parameters, along: gradient.vector, scale: gradient.scale, slots: &state.slots)
  }
}

/// A rule with what is the same for all elements of one step.
@frozen @usableFromInline struct BoundRule<Rule: ElementwiseOptimizer>: ElementwiseRule {
  @usableFromInline let optimizer: Rule
  @usableFromInline let coefficients: Rule.Coefficients

  @inlinable @inline(__always) init(optimizer: Rule, coefficients: Rule.Coefficients) {
    self.optimizer = optimizer
    self.coefficients = coefficients
  }

  @inlinable @inline(__always)
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>) {
    optimizer.update(&w, along: g, &slots, at: coefficients)
  }
}
