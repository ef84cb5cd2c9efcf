import Foundation
import GlissadeOptimizers
import Testing

/// Learning rates of PyTorch's and optax's schedules, step by step.
struct GoldenSchedules: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let hyper: [String: Double]
    let rates: [Double]
    let rtol: Double
    let atol: Double

    var testDescription: String { name }
  }

  let cases: [Case]

  static let shared: GoldenSchedules = {
    do {
      return try JSONDecoder().decode(GoldenSchedules.self, from: Data(goldenSchedulesText.utf8))
    } catch { fatalError("the golden schedules cannot be decoded: \(error)") }
  }()
}

@Suite struct GoldenSchedulesTests {
  @Test(arguments: GoldenSchedules.shared.cases)
  func ratesAreThoseOfTheLibrary(_ item: GoldenSchedules.Case) throws {
    let (base, schedule) = try #require(makeSchedule(item.name, item.hyper))
    // Half a cosine ends at its minimum here; PyTorch's goes up again.
    let count = item.name == "torch.CosineAnnealingLR" ? (schedule.duration ?? 63) + 1 : 64
    let rates = (0..<count).map { base * schedule.factor(at: $0) }
    let difference = firstDifference(rates, Array(item.rates.prefix(count)), rtol: item.rtol, atol: item.atol)
    #expect(difference == nil)
  }

  @Test func fixtureIsComplete() { #expect(GoldenSchedules.shared.cases.count == 20) }

  // swift-format-ignore: NeverForceUnwrap
  private func makeSchedule(_ name: String, _ hyper: [String: Double]) -> (base: Double, schedule: Schedule)? {
    func number(_ key: String) -> Double { hyper[key]! }
    func count(_ key: String) -> Int { Int(hyper[key]!) }
    let rate = hyper["lr"] ?? hyper["peak_value"] ?? hyper["init_value"] ?? 1
    switch name {
    case "torch.StepLR", "torch.StepLR.b":
      return (rate, .stepDecay(every: count("step_size"), by: number("gamma")))
    case "torch.ExponentialLR": return (rate, .stepDecay(every: 1, by: number("gamma")))
    case "torch.LambdaLR.power": return (rate, .stepDecay(every: 1, by: 0.95))
    case "torch.PolynomialLR.linear": return (rate, .linear(from: 1, to: 0, steps: count("total_iters")))
    case "torch.CosineAnnealingLR": return (rate, .cosine(steps: count("T_max"), to: number("eta_min") / rate))
    case "torch.CosineAnnealingWarmRestarts":
      let cycle = Schedule.cosine(steps: count("T_0"), to: number("eta_min") / rate)
      return (rate, cycle.then(cycle).then(cycle).then(cycle).then(cycle))
    case "torch.LinearLR", "torch.LinearLR.down":
      return (
        rate, .linear(from: number("start_factor"), to: number("end_factor"), steps: count("total_iters"))
      )
    case "torch.ConstantLR":
      return (rate, .constant(number("factor"), steps: count("total_iters")).then(.constant()))
    case "torch.LambdaLR.inverse_sqrt":
      let warmup = number("warmup")
      return (
        rate,
        .warmup(steps: Int(warmup)).then(Schedule { (warmup / (Double($0) + 1 + warmup)).squareRoot() })
      )
    case "torch.LambdaLR.noam":
      let scale = 1 / (number("d_model") * number("warmup")).squareRoot()
      let warmup = number("warmup")
      return (
        rate * scale,
        .warmup(steps: Int(warmup)).then(Schedule { (warmup / (Double($0) + 1 + warmup)).squareRoot() })
      )
    case "torch.SequentialLR.warmup_cosine":
      return (rate, .linear(from: 0.01, to: 1, steps: 10).then(.cosine(steps: 54, to: 0.00133 / rate)))
    case "optax.cosine_decay_schedule":
      return (rate, .cosine(steps: count("decay_steps"), to: number("alpha")))
    case "optax.linear_schedule":
      let end = number("end_value") / rate
      return (
        rate,
        .constant(steps: count("transition_begin")).then(.linear(from: 1, to: end, steps: count("transition_steps")))
      )
    case "optax.warmup_constant_schedule":
      let start = number("init_value") / rate
      return (rate, .linear(from: start, to: 1, steps: count("warmup_steps")).then(.constant()))
    case "optax.warmup_cosine_decay_schedule":
      let warmup = count("warmup_steps")
      return (
        rate,
        .linear(from: number("init_value") / rate, to: 1, steps: warmup)
          .then(.cosine(steps: count("decay_steps") - warmup, to: number("end_value") / rate))
      )
    case "optax.piecewise_constant_schedule":
      return (0.117, .constant(steps: 10).then(.constant(0.5, steps: 20)).then(.constant(0.1)))
    case "optax.wsd.linear": return (0.0725, warmupAndHold.then(.linear(from: 1, to: 0.1, steps: 20)))
    case "optax.wsd.cosine": return (0.0725, warmupAndHold.then(.cosine(steps: 20, to: 0.05)))
    default: return nil
    }
  }

  private var warmupAndHold: Schedule { .linear(from: 0, to: 1, steps: 8).then(.constant(steps: 32)) }
}
