import Foundation
import GlissadeTraining
import Testing

/// Whole training runs of PyTorch.
struct GoldenTraining: Decodable {
  struct Array: Decodable {
    let shape: [Int]
    let data: [Double]
    var tensor: Tensor<Double> { Tensor(Shape(shape), data) }
  }

  struct Examples: Decodable {
    let x: Array
    let y: Array
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let isFloat: Bool
    let steps: Int
    let problem: String
    let layers: [Int]
    let activation: String
    let rule: String
    let optimizer: [String: Double]
    let schedule: String?
    let scheduleNumbers: [String: Double]
    let clip: Double?
    let params: [String: [Double]]
    let loss: [Double]
    let gradientNorm: [Double]
    let rates: [Double]?
    let final: [String: [Double]]
    let rtol: Double
    let atol: Double

    var testDescription: String { name }
  }

  let problems: [String: [Examples]]
  let cases: [Case]

  static let shared: GoldenTraining = {
    do {
      return try JSONDecoder().decode(GoldenTraining.self, from: Data(goldenTrainingText.utf8))
    } catch { fatalError("the golden training runs cannot be decoded: \(error)") }
  }()
}

extension GoldenTraining.Case {
  /// The batches, one after the other.
  func makeBatches() -> [ExactExamples] {
    (GoldenTraining.shared.problems[problem] ?? []).map { batch in
      problem == "regression"
        ? ExactExamples(features: batch.x.tensor, targets: batch.y.tensor)
        : ExactExamples(features: batch.x.tensor, labels: batch.y.data.map { Int($0) })
    }
  }

  /// The model with the initial parameters.
  func makeModel() -> some Layer {
    func values(_ name: String) -> [Double] { params[name] ?? [] }
    return makePerceptron(
      layers, activation: activation, values("0.weight"), values("0.bias"), values("2.weight"), values("2.bias"))
  }

  /// The factor of the learning rate at each step.
  func makeSchedule() -> Schedule {
    let rate = optimizer["lr"] ?? 0
    switch schedule {
    case "CosineAnnealingLR":
      return .cosine(steps: Int(scheduleNumbers["T_max"] ?? 0), to: (scheduleNumbers["eta_min"] ?? 0) / rate)
    case "LambdaLR":
      let warmup = scheduleNumbers["warmup"] ?? 0
      return Schedule { min(Double($0 + 1) / warmup, (warmup / Double($0 + 1)).squareRoot()) }
    default: return .constant()
    }
  }

  /// The optimizer with its schedule and clipping.
  func makeOptimizer() throws -> any Optimizer {
    func value(_ name: String) -> Double { optimizer[name] ?? 0 }
    let rate = value("lr")
    let base: any Optimizer =
      switch rule {
      case "SGD":
        SGD(
          learningRate: rate, momentum: value("momentum"), nesterov: value("nesterov") != 0,
          weightDecay: value("weight_decay"))
      case "RMSprop": RMSprop(learningRate: rate, decay: value("alpha"), epsilon: value("eps"))
      case "Adam":
        Adam(learningRate: rate, beta1: value("beta1"), beta2: value("beta2"), epsilon: value("eps"))
      case "AdamW":
        AdamW(
          learningRate: rate, beta1: value("beta1"), beta2: value("beta2"), epsilon: value("eps"),
          weightDecay: value("weight_decay"))
      default: ClientAdagrad(learningRate: rate, epsilon: value("eps"))
      }
    return wrapped(base)
  }

  private func wrapped(_ base: some Optimizer) -> any Optimizer {
    let scheduled = base.scheduled(makeSchedule())
    return clip.map { scheduled.clipped(toGlobalNorm: $0) } ?? scheduled
  }
}
