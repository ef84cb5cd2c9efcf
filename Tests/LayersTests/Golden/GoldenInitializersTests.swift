import GlissadeLayers
import Testing

/// Gains, fans, bounds and deviations of PyTorch's and JAX's initializers.
struct GoldenInitializers: Decodable, Sendable {
  struct GainCase: Decodable, Sendable {
    let activation: String
    let slope: Double?
    let gain: Double
  }

  struct FanCase: Decodable, Sendable {
    let shape: [Int]
    let input: Int
    let output: Int
  }

  struct ScaledCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let shape: [Int]
    let form: String
    let fan: String
    let gain: Double?
    let activation: String?
    let slope: Double?
    let bound: Double?
    let deviation: Double?

    var testDescription: String { name }

    var initializer: VarianceScaling? {
      let fans: [String: VarianceScaling.Fan] = ["fan_in": .input, "fan_out": .output, "average": .average]
      guard let fan = fans[fan], let form = VarianceScaling.Form(rawValue: form) else { return nil }
      let factor = activation.map { Gain.named($0, slope: slope)?.value } ?? gain
      return factor.map { VarianceScaling(fan: fan, gain: $0, form: form) }
    }
  }

  let gains: [GainCase]
  let fans: [FanCase]
  let scaled: [ScaledCase]

  static let all: GoldenInitializers = goldenCases(goldenInitializersText)
}

extension Gain {
  /// The gain that PyTorch knows under a name.
  fileprivate static func named(_ name: String, slope: Double?) -> Gain? {
    switch name {
    case "linear": .linear
    case "sigmoid": .sigmoid
    case "tanh": .tanh
    case "relu": .relu
    case "leaky_relu": .leakyReLU(slope: slope ?? 0.01)
    case "selu": .selu
    default: nil
    }
  }
}

@Suite struct GoldenInitializersTests {
  private let golden = GoldenInitializers.all

  @Test func gains() throws {
    #expect(golden.gains.count == 9)
    for item in golden.gains {
      let gain = try #require(Gain.named(item.activation, slope: item.slope))
      #expect((gain.value - item.gain).magnitude <= 1e-15, "\(item.activation)")
    }
    #expect(Gain.custom(2.5).value == 2.5)
  }

  @Test func fans() {
    #expect(golden.fans.count >= 5)
    for item in golden.fans {
      let fans = VarianceScaling.fans(of: Shape(item.shape))
      #expect(fans.input == item.input)
      #expect(fans.output == item.output)
    }
  }

  /// The deviation asked for, and for uniform forms the bounds that the values keep and come close to.
  @Test(arguments: GoldenInitializers.all.scaled)
  func boundsAndDeviations(_ item: GoldenInitializers.ScaledCase) throws {
    let initializer = try #require(item.initializer)
    let shape = Shape(item.shape)
    let deviation = initializer.deviation(for: shape)
    if let bound = item.bound {
      #expect((deviation * 3.0.squareRoot() / bound - 1).magnitude < 1e-14)
      let values = initializer.values(shape: shape, stream: RandomStream(seed: 1, purpose: .initialization))
      #expect(values.allSatisfy { $0.magnitude <= bound * (1 + 1e-15) })
      #expect(values.contains { $0.magnitude > bound / 2 })
    } else {
      let expected = try #require(item.deviation)
      #expect((deviation / expected - 1).magnitude < 1e-14)
    }
  }

  @Test func theFixtureIsWhole() { #expect(golden.scaled.count == 216) }
}
