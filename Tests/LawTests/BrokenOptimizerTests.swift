import GlissadeTesting
import Synchronization
import Testing

/// Each law is broken by some optimizer, and found out.
@Suite struct BrokenOptimizerTests {
  private func broken(_ rule: some Optimizer, _ laws: OptimizerLaws = []) -> Set<OptimizerLaw> {
    Set(lawViolations(of: rule, laws: laws).map(\.law))
  }

  @Test func aSoundRuleBreaksNone() { #expect(broken(SGD(learningRate: 0.1), .elementwise).isEmpty) }

  @Test func stateOutsideTheState() { #expect(broken(Secretive()).contains(.resume)) }

  @Test func aRateThatIsNotKept() { #expect(broken(Forgetful()).contains(.identity)) }

  @Test func aZeroDividedByZero() { #expect(broken(Dividing()).contains(.zeroGradients)) }

  @Test func aSquareThatVanishes() { #expect(broken(Squaring()) == [.tinyGradients]) }

  @Test func registersThatComputeOtherwise() { #expect(broken(Uneven()) == [.lanes]) }

  @Test func aPlaceThatMatters() {
    #expect(broken(Placed(), .elementwise).contains(.permutation))
    #expect(broken(Fromage1()).contains(.segments))
    #expect(!broken(Fromage1(), .segmented).contains(.segments))
  }

  @Test func aScaleThatMatters() { #expect(broken(SGD(), .scaleInvariant) == [.scale]) }

  @Test func roundingThatMatters() { #expect(broken(Hairsplitting()) == [.accumulation]) }

  @Test func aSlotThatIsTakenForAnother() throws {
    let entry = OptimizerEntry(
      "misplaced", Misplaced(), summary: "", paper: "",
      [.number("learningRate", \.learningRate), .number("momentum", \.momentum, .nonNegative)])
    let error = try #require(throws: LawViolations.self) { try checkLaws(of: entry) }
    #expect(error.violations.map(\.law) == [.switching])
    #expect(error.violations[0].message.hasPrefix("with momentum at 0 it steps otherwise"))
  }

  @Test func theMessageSaysWhat() {
    #expect {
      try checkLaws(of: Dividing(), name: "dividing")
    } throws: { error in
      "\(error)".contains("dividing in double: zero gradients keep everything finite, but gradients of size 0.0")
    }
  }
}

/// Counts its steps where nobody sees it.
private struct Secretive: ElementwiseOptimizer {
  private final class Counter: Sendable { let count = Mutex(0) }
  var learningRate = 0.1
  private let counter = Counter()
  func coefficients(at step: Step) -> Step {
    Step(
      number: counter.count.withLock {
        $0 += 1; return $0
      })
  }
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate / Double(step.number) * g
  }
}

private struct Forgetful: ElementwiseOptimizer {
  private var rate = 0.1
  var learningRate: Double {
    get { rate }
    set { rate = newValue * 1.5 }
  }
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) { w -= rate * g }
}

private struct Dividing: ElementwiseOptimizer {
  var learningRate = 0.1
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= learningRate * (g / g.absolute)
  }
}

private struct Squaring: ElementwiseOptimizer {
  var learningRate = 0.1
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    let root = (g * g).squareRoot()
    // Zero gradients are seen to; those whose squares are zero are not.
    let zero = V(0)
    let direction = g / root
    w -= learningRate * zero.replacing(with: direction, where: zero .< g).replacing(with: direction, where: g .< zero)
  }
}

private struct Uneven: ElementwiseOptimizer {
  var learningRate = 0.1
  func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at step: Step) {
    w -= (MemoryLayout<V>.size > 8 ? learningRate : learningRate * 1.25) * g
  }
}

/// Steps by the last bit of each gradient, which rounding changes.
private struct Hairsplitting: Optimizer {
  var learningRate = 0.1
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    gradient.applyScale()
    let steps = gradient.vector.values.elements.map { $0.hashBits & 1 == 0 ? $0 : -$0 }
    parameters.add(S.Accumulator(-learningRate), ParameterVector(Tensor([steps.count], steps), layout: gradient.layout))
  }
}

/// Reads its root mean square where its momentum is, if it has one.
private struct Misplaced: TensorwiseOptimizer {
  var learningRate = 0.1
  var momentum = 0.9
  func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    (momentum == 0 ? [] : ["momentum"]) + [.filled("meanSquare", with: 1)]
  }
  func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    let last = slots.count - 1
    slots[last].combine(0.25, gradient * gradient, 0.75)
    var direction = gradient / (sqrt(slots[last]) + 1e-8)
    if momentum != 0 {
      slots[0].combine(1, direction, A(momentum))
      direction = slots[0]
    }
    weights.combine(A(-learningRate), direction)
  }
}

private struct Placed: Optimizer {
  var learningRate = 0.1
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    gradient.applyScale()
    let steps = gradient.vector.values.elements.enumerated().map {
      S(learningRate / Double(1 + $0.offset)) * $0.element
    }
    parameters.add(-1, ParameterVector(Tensor([steps.count], steps), layout: parameters.layout))
  }
}

/// Steps along each segment's gradient, divided by its own norm.
private struct Fromage1: Optimizer {
  var learningRate = 0.1
  func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> { OptimizerState() }
  func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    for (index, segment) in parameters.layout.segments.enumerated() {
      let g = gradient[index]
      let norm = g.dot(g).squareRoot()
      guard norm > 0 else { continue }
      let rate = S.Accumulator(learningRate) / norm
      let moved = parameters[index].widened() - g.scaled(by: rate)
      parameters.replace(index, with: moved.narrowed(to: S.self).reshaped(to: segment.shape))
    }
  }
}
