import GlissadeLayers
import Testing

/// Layers and activations against PyTorch in Double: outputs, and gradients by the input and every parameter.
@Suite struct GoldenLayersTests {
  @Test(arguments: GoldenLayer.all)
  func agreesWithPyTorch(_ item: GoldenLayer) throws {
    let layer = try #require(item.layer, "the fixture holds only layers that exist")
    let layout = ParameterLayout(of: layer)
    var parameters = ParameterVector<Double>(initializing: layout, seed: 1)
    for (name, value) in item.params {
      try #require(layout.segments.contains { $0.name == name }, "\(name) is not among \(layout.segments.map(\.name))")
      parameters[name] = value.tensor
    }
    let tape = Tape<Double>()
    tape.bind(parameters)
    let input = tape.variable(item.input.tensor)
    let output = layer(input)
    #expect(disagreement(output.value, item.output, rtol: item.rtol, atol: item.atol) == nil)

    guard let upstream = item.upstream, let inputGradient = item.inputGradient,
      let parameterGradients = item.parameterGradients
    else { return }
    let variables = layout.slots.map { tape[$0] }
    let gradients = tape.pullBack(upstream.tensor, from: output, to: [input] + variables)
    #expect(disagreement(gradients[0], inputGradient, rtol: item.rtol, atol: item.atol) == nil)
    #expect(parameterGradients.count == item.params.count)
    for (name, expected) in parameterGradients {
      let index = try #require(layout.segments.firstIndex { $0.name == name })
      #expect(disagreement(gradients[index + 1], expected, rtol: item.rtol, atol: item.atol) == nil, "\(name)")
    }
  }

  @Test func theFixtureIsWhole() {
    #expect(GoldenLayer.all.count == 33)
    #expect(GoldenLayer.all.count { $0.upstream == nil } == 2)
    #expect(Set(GoldenLayer.all.map(\.kind)).count == 14)
  }

  @Test func aWrongParameterIsNoticed() throws {
    // The comparison can fail: PyTorch's output for one bias is not the output for another.
    let item = try #require(GoldenLayer.all.first { $0.name == "linear" })
    let tape = Tape<Double>()
    let layer = Dense(4, 3)
    let layout = ParameterLayout(of: layer)
    var parameters = ParameterVector<Double>(initializing: layout, seed: 1)
    for (name, value) in item.params { parameters[name] = value.tensor }
    parameters["bias"] = item.params["bias"].map { $0.tensor + 1e-8 }
    tape.bind(parameters)
    let output = layer(tape.constant(item.input.tensor)).value
    #expect(disagreement(output, item.output, rtol: item.rtol, atol: item.atol) != nil)
  }
}
