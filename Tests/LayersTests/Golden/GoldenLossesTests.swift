import GlissadeLayers
import Testing

/// One loss of PyTorch, reduced to its mean, with its gradient by the prediction.
struct GoldenLoss: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let kind: String
  let config: [String: Double]
  let input: GoldenTensor
  let target: GoldenTensor
  let value: Double
  let inputGradient: GoldenTensor
  let rtol: Double
  let atol: Double

  var testDescription: String { name }

  static let all: [GoldenLoss] = goldenCases(goldenLossesText)

  /// The loss of this framework; nil for a kind that it does not have.
  func loss(_ prediction: Variable<Double>) -> Variable<Double>? {
    let targets = prediction.tape.constant(target.tensor)
    switch kind {
    case "mse": return meanSquaredError(prediction, targets: targets)
    case "l1": return meanAbsoluteError(prediction, targets: targets)
    case "huber": return config["delta"].map { huberLoss(prediction, targets: targets, delta: $0) }
    // With β = 1, and only then, smooth L1 is Huber's loss.
    case "smooth_l1": return config["beta"] == 1 ? huberLoss(prediction, targets: targets) : nil
    case "cross_entropy":
      return softmaxCrossEntropy(
        prediction, labels: target.data.map { Int($0) }, smoothing: config["label_smoothing"] ?? 0)
    case "bce_with_logits": return binaryCrossEntropy(prediction, targets: targets)
    default: return nil
    }
  }
}

@Suite struct GoldenLossesTests {
  @Test(arguments: GoldenLoss.all)
  func agreesWithPyTorch(_ item: GoldenLoss) throws {
    let tape = Tape<Double>()
    let prediction = tape.variable(item.input.tensor)
    let loss = try #require(item.loss(prediction), "the fixture holds only losses that exist")
    #expect(loss.shape == .scalar)
    #expect((loss.value.item - item.value).magnitude <= item.atol + item.rtol * item.value.magnitude)
    let gradient = tape.gradient(of: loss, by: [prediction])[0]
    #expect(disagreement(gradient, item.inputGradient, rtol: item.rtol, atol: item.atol) == nil)
  }

  @Test func theFixtureIsWhole() {
    #expect(GoldenLoss.all.count == 9)
    #expect(Set(GoldenLoss.all.map(\.kind)) == ["mse", "l1", "huber", "smooth_l1", "cross_entropy", "bce_with_logits"])
  }
}
