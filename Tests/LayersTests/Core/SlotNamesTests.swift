import GlissadeLayers
import Testing

private struct Nested: Layer {
  let norm = LayerNorm(2)
  let blocks = [Dense(2, 2), Dense(2, 2, bias: false)]
  let maybe: Dense? = Dense(2, 1)
  let missing: Dense? = nil
  let pair = (Dense(2, 3, bias: false), 5)
  let layers: [any Layer] = [ReLU(), LayerNorm(2)]
  let scale = Parameter([2], role: .weight, initializer: .ones)
  let count = 3

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x }
}

private struct Outer: Layer {
  let inner = Nested()
  let head = Dense(2, 2)

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { head(inner(x)) }
}

private struct Tied: Layer {
  let first: Dense
  let second: Dense

  init() {
    first = Dense(3, 3)
    second = Dense(weight: first.weight, bias: Parameter([3], role: .bias, initializer: .zeros))
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { second(first(x)) }
}

private struct Renamed: Layer {
  let dense = Dense(2, 2)
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { dense(x) }
  func collectSlots(into collector: inout SlotCollector) {
    collector.collect(dense.bias, named: "b")
    collector.collect(dense.weight, named: "w")
  }
}

/// The names and the order of parameters, which files and tests rely on.
@Suite struct SlotNamesTests {
  private func names(_ layer: some Layer) -> [String] { ParameterLayout(of: layer).segments.map(\.name) }

  @Test func sequentialCountsAllLayers() {
    let model = Sequential {
      Dense(4, 3)
      ReLU()
      Dense(3, 2, bias: false)
      Dropout()
      LayerNorm(2)
    }
    #expect(names(model) == ["0.weight", "0.bias", "2.weight", "4.gain", "4.offset"])
    let layout = ParameterLayout(of: model)
    #expect(layout.segments.map(\.shape) == [[3, 4], [3], [2, 3], [2], [2]])
    #expect(layout.segments.map(\.role) == [.weight, .bias, .weight, .normalization, .normalization])
    #expect(layout.count == 12 + 3 + 6 + 2 + 2)
  }

  @Test func sequentialsNest() {
    let model = Sequential {
      Dense(2, 2, bias: false)
      Sequential {
        Tanh()
        Dense(2, 2)
      }
    }
    #expect(names(model) == ["0.weight", "1.1.weight", "1.1.bias"])
  }

  @Test func propertiesArraysTuplesAndOptionals() {
    let expected = [
      "norm.gain", "norm.offset", "blocks.0.weight", "blocks.0.bias", "blocks.1.weight", "maybe.weight", "maybe.bias",
      "pair.0.weight", "layers.1.gain", "layers.1.offset", "scale",
    ]
    #expect(names(Nested()) == expected)
    #expect(names(Outer()) == expected.map { "inner." + $0 } + ["head.weight", "head.bias"])
  }

  @Test func attentionNamesItsProjections() {
    let parts = ["query", "key", "value", "output"]
    #expect(
      names(MultiHeadAttention(width: 4, heads: 2)) == parts.flatMap { ["\($0).weight", "\($0).bias"] })
    #expect(names(MultiHeadAttention(width: 4, heads: 2, bias: false)) == parts.map { "\($0).weight" })
  }

  @Test func tiedSlotsHaveOnePlaceUnderTheFirstName() {
    #expect(names(Tied()) == ["first.weight", "first.bias", "second.bias"])
    let dense = Dense(2, 2)
    let twice = Sequential {
      dense
      dense
    }
    #expect(names(twice) == ["0.weight", "0.bias"])
  }

  @Test func tiedGradientsAddUp() {
    let dense = Dense(1, 1, bias: false)
    let model = Sequential {
      dense
      dense
    }
    let layout = ParameterLayout(of: model)
    let tape = Tape<Double>()
    tape.bind(ParameterVector(Tensor([1], [3]), layout: layout))
    let x = tape.variable(Tensor([1, 1], [5]))
    let y = model(x).sum()
    var gradient = ParameterVector<Double>.zeros(layout)
    tape.gradient(of: y, into: &gradient)
    // w² x: 2 w x and w²
    #expect(y.value.item == 45)
    #expect(gradient.values.elements == [30])
    #expect(tape.gradient(of: y, by: [x])[0].item == 9)
  }

  @Test func aLayerMayNameItsSlotsItself() { #expect(names(Renamed()) == ["b", "w"]) }

  @Test func activationsHaveNoParameters() {
    #expect(names(ReLU()).isEmpty)
    #expect(names(Dropout()).isEmpty)
  }

  @Test func aForeignSlotIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      tape.bind(ParameterVector<Double>.zeros(ParameterLayout(of: Dense(2, 2))))
      _ = Dense(2, 2)(tape.constant(Tensor<Double>.zeros([1, 2])))
    }
  }
}
