import GlissadeLayers
import Testing

@Suite struct InitializerDeterminismTests {
  private static let initializers: [any Initializer] = [
    .uniform(-1, 1), .normal(deviation: 1), .truncatedNormal(deviation: 1), .he, .glorot, .leCun, .orthogonal(),
    .glorot(gain: .tanh, .truncatedNormal), .zeros, .ones,
  ]

  @Test(arguments: initializers.indices)
  func valuesDependOnTheStreamAlone(_ index: Int) {
    let initializer = Self.initializers[index]
    let stream = RandomStream(seed: 7, purpose: .initialization, index: 3)
    let values = initializer.values(shape: [6, 5], stream: stream)
    #expect(values.count == 30)
    #expect(initializer.values(shape: [6, 5], stream: stream) == values)
    let other = initializer.values(shape: [6, 5], stream: RandomStream(seed: 8, purpose: .initialization, index: 3))
    #expect((other == values) == (initializer is ConstantInitializer))
  }

  private let model = Sequential {
    Dense(5, 4)
    LayerNorm(4)
    Dense(4, 3, initializer: .orthogonal(), biasInitializer: .uniform(-1, 1))
  }

  @Test func everyScalarTypeBeginsAtTheSamePoint() {
    let layout = ParameterLayout(of: model)
    let exact = ParameterVector<Double>(initializing: layout, seed: 9)
    #expect(ParameterVector<Float>(initializing: layout, seed: 9) == exact.converted())
    #expect(ParameterVector<BFloat16>(initializing: layout, seed: 9) == exact.converted())
    #expect(ParameterVector<Dual<Double>>(initializing: layout, seed: 9) == exact.converted())
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      #expect(ParameterVector<Float16>(initializing: layout, seed: 9) == exact.converted())
    #endif
  }

  @Test func theSeedDecides() {
    let layout = ParameterLayout(of: model)
    let hashes = (0..<4).map { ParameterVector<Float>(initializing: layout, seed: UInt64($0)).bitHash }
    #expect(Set(hashes).count == 4)
    #expect(ParameterVector<Float>(initializing: layout, seed: 2).bitHash == hashes[2])
  }

  @Test func layersBeginAsDocumented() throws {
    let parameters = ParameterVector<Double>(initializing: ParameterLayout(of: model), seed: 1)
    #expect(parameters["0.bias"] == .zeros([4]))
    #expect(parameters["1.gain"] == Tensor([4], repeating: 1))
    #expect(parameters["1.offset"] == .zeros([4]))
    let bound = (6.0 / 5).squareRoot()
    let weight = try #require(parameters["0.weight"]).elements
    #expect(weight.allSatisfy { $0.magnitude <= bound } && weight.contains { $0.magnitude > bound / 2 })
  }
}
