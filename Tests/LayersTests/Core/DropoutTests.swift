import GlissadeLayers
import Testing

@Suite struct DropoutTests {
  private struct TwoDropouts: Layer {
    let first = Dropout(0.5)
    let second = Dropout(0.5)
    func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { first(x) + 10 * second(x) }
  }

  /// A layer’s value at ones in a training pass.
  private func value<S: Scalar>(
    _ layer: some Layer, _ shape: Shape, seed: UInt64 = 1, step: Int = 0, as type: S.Type = Double.self
  ) -> Tensor<S> {
    let tape = Tape<S>(pass: .training(seed: seed, step: step))
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 0))
    return layer(tape.constant(Tensor(shape, repeating: 1))).value
  }

  @Test func evaluationIsTheIdentity() {
    let tape = Tape<Double>(pass: .evaluation)
    let layer = Dropout(0.9)
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 0))
    let x = tape.variable(Tensor([3], [1, -2, 3]))
    #expect(layer(x).value == x.value)
    #expect(tape.count == 1)
  }

  @Test func rateZeroIsTheIdentity() { #expect(value(Dropout(0), [100]) == Tensor([100], repeating: 1)) }

  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func zerosComeAtTheRateAndTheRestIsScaled(_ rate: Double) {
    let count = 20_000
    let elements = value(Dropout(rate), [count]).elements
    #expect(Set(elements) == [0, 1 / (1 - rate)])
    let zeros = Double(elements.count { $0 == 0 })
    // Five standard deviations of a binomial count.
    #expect((zeros - rate * Double(count)).magnitude < 5 * (Double(count) * rate * (1 - rate)).squareRoot())
  }

  @Test func neighborsAreIndependent() {
    let elements = value(Dropout(0.5), [20_000]).elements
    let equal = zip(elements, elements.dropFirst()).count { $0 == $1 }
    #expect((Double(equal) - 10_000).magnitude < 5 * 5000.0.squareRoot())
  }

  @Test func theSamePassHasTheSameMask() {
    let layer = Dropout(0.5)
    #expect(value(layer, [8, 25]) == value(layer, [8, 25]))
    // Another object at the same place in the model too.
    #expect(value(layer, [8, 25]) == value(Dropout(0.5), [8, 25]))
  }

  @Test func seedStepPlaceAndUseChangeTheMask() {
    let layer = Dropout(0.5)
    let mask = value(layer, [200])
    #expect(value(layer, [200], seed: 2) != mask)
    #expect(value(layer, [200], step: 1) != mask)
    let both = value(TwoDropouts(), [200]).elements
    // 0, 2, 20 and 22 all occur: the two layers have masks of their own.
    #expect(Set(both) == [0, 2, 20, 22])
    let twice = Sequential {
      layer
      layer
    }
    #expect(Set(value(twice, [200]).elements) == [0, 4])
    #expect(value(twice, [200]).elements.count { $0 == 0 } > mask.elements.count { $0 == 0 })
  }

  @Test func everyScalarTypeHasTheSameMask() {
    let layer = Dropout(0.5)
    let mask = value(layer, [200]).doubles
    #expect(value(layer, [200], as: Float.self).doubles == mask)
    #expect(value(layer, [200], as: BFloat16.self).doubles == mask)
    #expect(value(layer, [200], as: Dual<Double>.self).doubles == mask)
  }

  @Test func theGradientIsMaskedAlike() {
    let layer = Dropout(0.25)
    let tape = Tape<Double>(pass: .training(seed: 4, step: 7))
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 0))
    let x = tape.variable(Tensor([50], repeating: 1))
    let y = layer(x)
    #expect(tape.gradient(of: y.sum(), by: [x])[0] == y.value)
  }
}
