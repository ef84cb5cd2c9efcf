import GlissadeOptimizers
import Testing

/// Rules that read numbers beside the elements, and only some of the slots.
@Suite struct NumberedRuleTests {
  private struct Mixed: NumberedElementwiseRule {
    func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ s: inout Slots<V>, _ numbers: Slots<V>) {
      w += numbers[0] * g + numbers[4] * s[0]
      s[1] = numbers[1] - w
    }
  }

  @Test(arguments: ScalarKind.allCases)
  func everyElementSeesTheNumbers(_ kind: ScalarKind) { check(kind.type) }

  private func check<S: Scalar>(_ type: S.Type) {
    typealias A = S.Accumulator
    for count in [1, 15, 16, 37, 2_100] {
      let (start, gradient, state) = (
        makeNumbers(count, of: S.self), makeNumbers(count, index: 1, of: S.self),
        makeNumbers(count, index: 2, of: A.self)
      )
      var parameters = makeVector(start)
      let numbers: [A] = [A(0.3), A(-1.7), 0, 0, A(0.9)]
      var slots: [Tensor<A>] = [.zeros([3]), Tensor([count], state), .zeros([count]), .zeros([1])]
      ElementwisePass.run(
        Mixed(), on: &parameters, along: makeVector(gradient), slots: &slots, used: 1..<3, numbers: numbers)
      for index in 0..<count {
        let w = start[index].accumulator + (numbers[0] * gradient[index].accumulator + numbers[4] * state[index])
        #expect(parameters.values.elements[index].hashBits == S(accumulator: w).hashBits)
        #expect(slots[2].elements[index].hashBits == (numbers[1] - w).hashBits)
      }
      #expect(slots[0] == .zeros([3]) && slots[3] == .zeros([1]))
    }
  }

  /// A number that is dual brings its derivative along.
  @Test func derivativesGoThroughNumbers() {
    var parameters = makeVector([Dual<Double>(2.0)])
    var slots: [Tensor<Dual<Double>>] = [.zeros([1]), .zeros([1])]
    let gradient = makeVector([Dual<Double>(3.0)])
    let numbers = [Dual(0.5, tangent: 1.0)]
    ElementwisePass.run(Mixed(), on: &parameters, along: gradient, slots: &slots, numbers: numbers)
    #expect(parameters.values.item.primal == 3.5)
    #expect(parameters.values.item.tangent == 3)
  }
}
