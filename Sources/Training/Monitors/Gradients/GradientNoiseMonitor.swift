/// How noisy the gradient of a batch is: the gradient noise scale, and the signal-to-noise ratio.
///
/// The batch is taken in two halves of b examples. With G₁ and G₂ their gradients and G their mean, of B = 2b examples,
/// |𝒢|² = (B |G|² − b s)/(B − b) and tr Σ = (s − |G|²)/(1/b − 1/B), where s is the mean of |G₁|² and |G₂|², are estimates
/// without bias of the true gradient's square and of the variance of one example's gradient. Both are averaged over the
/// measurements, and `gradientNoiseScale` is tr Σ/|𝒢|²: the batch size beyond which larger batches help little.
/// `gradientSignalToNoise` is B |𝒢|²/tr Σ, the square of the true gradient over the variance of a batch's.
///
/// McCandlish, Kaplan, Amodei and the OpenAI Dota Team 2018 (arXiv:1812.06162), appendix A.1. It takes two more passes over
/// half a batch each. Layers that normalize over a batch see halves.
public struct GradientNoiseMonitor: Monitor {
  public var name: String { "gradient-noise" }
  /// The weight of the past in the averages (0.9).
  public var decay: Double

  /// The monitor with its averages' decay.
  public init(decay: Double = 0.9) { self.decay = decay }

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    let half = step.exampleCount / 2
    guard half > 0 else { return [] }
    let objective = step.objective
    let first = objective.part(0..<half).gradient(at: step.before)
    let second = objective.part(half..<(2 * half)).gradient(at: step.before)
    var sum = first
    sum.add(1, second)
    let (small, large) = (Double(half), Double(2 * half))
    // The mean is half of the sum, its square a quarter.
    let ofWhole = sum.norm * sum.norm / 4
    let ofHalves = (first.norm * first.norm + second.norm * second.norm) / 2
    let signal = state.average((large * ofWhole - small * ofHalves) / (large - small), as: "signal", decay: decay)
    let noise = state.average((ofHalves - ofWhole) / (1 / small - 1 / large), as: "noise", decay: decay)
    return [
      Measurement("gradientNoiseScale", noise / signal),
      Measurement("gradientSignalToNoise", large * signal / noise),
    ]
  }
}
