import Foundation
import GlissadeOptimizers
import Testing

/// Trajectories of PyTorch and optax on given gradients.
struct GoldenOptimizers: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let rule: String
    let hyper: [String: Double]
    let isFloat: Bool
    /// Whether gradients count with the other sign.
    let maximize: Bool
    /// The learning rate of each step, where it changes.
    let rates: [Double]?
    /// The norm to which gradients are clipped, and what norms they had before.
    let clip: Double?
    let norms: [Double]?
    /// Lookahead's interval and blend, and its slow weights after each step.
    let lookahead: [Double]?
    let slow: [[Double]]?
    let rtol: Double
    let atol: Double
    /// All parameters after each step.
    let expected: [[Double]]

    var testDescription: String { name }
  }

  let shapes: [[Int]]
  let params: [Double]
  let grads: [[Double]]
  let cases: [Case]

  static let shared: GoldenOptimizers = {
    do {
      return try JSONDecoder().decode(GoldenOptimizers.self, from: Data(goldenOptimizersText.utf8))
    } catch { fatalError("the golden optimizers cannot be decoded: \(error)") }
  }()
}

extension GoldenOptimizers.Case {
  /// The optimizer that the case describes; nil where a hyperparameter means nothing to our rule.
  func makeOptimizer() -> (any Optimizer)? {
    let known: [String: Set<String>] = [
      "SGD": ["learningRate", "momentum", "dampening", "weightDecay", "nesterov"],
      "RMSprop": ["learningRate", "decay", "epsilon", "momentum", "centered", "weightDecay"],
      "Adam": ["learningRate", "beta1", "beta2", "epsilon", "weightDecay", "nesterov"],
      "AdamW": ["learningRate", "beta1", "beta2", "epsilon", "weightDecay", "nesterov"],
    ]
    guard let names = known[rule], names.isSuperset(of: hyper.keys) else { return nil }
    func value(_ name: String) -> Double { hyper[name] ?? 0 }
    let base: any Optimizer =
      switch rule {
      case "SGD":
        SGD(
          learningRate: value("learningRate"), momentum: value("momentum"), dampening: value("dampening"),
          nesterov: value("nesterov") != 0, weightDecay: value("weightDecay"))
      case "RMSprop":
        RMSprop(
          learningRate: value("learningRate"), decay: value("decay"), epsilon: value("epsilon"),
          momentum: value("momentum"), centered: value("centered") != 0, weightDecay: value("weightDecay"))
      case "Adam":
        Adam(
          learningRate: value("learningRate"), beta1: value("beta1"), beta2: value("beta2"), epsilon: value("epsilon"),
          weightDecay: value("weightDecay"))
      default:
        AdamW(
          learningRate: value("learningRate"), beta1: value("beta1"), beta2: value("beta2"), epsilon: value("epsilon"),
          weightDecay: value("weightDecay"))
      }
    return wrapped(base)
  }

  private func wrapped(_ base: some Optimizer) -> any Optimizer {
    if let rates { return base.scheduled(Schedule { rates[$0] }) }
    if let clip { return base.clipped(toGlobalNorm: clip) }
    if let lookahead { return base.lookahead(every: Int(lookahead[0]), blend: lookahead[1]) }
    return base
  }
}
