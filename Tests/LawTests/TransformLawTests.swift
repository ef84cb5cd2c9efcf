import GlissadeTesting
import Testing

/// The laws, for every transform on an optimizer that has state.
@Suite struct TransformLawTests {
  private func keep(_ rule: some Optimizer, _ laws: OptimizerLaws = [], _ name: String) throws {
    try checkLaws(of: rule, laws: laws, name: name)
  }

  private let adam = Adam(learningRate: 0.05)

  @Test func clipping() throws {
    try keep(adam.clipped(toGlobalNorm: 1, norm: .maximum), .elementwise, "clipped to a maximum norm")
    try keep(adam.clipped(toGlobalNorm: 1, norm: .power(3)), [], "clipped to a 3-norm")
    try keep(adam.clipped(toValue: 0.3), .elementwise, "clipped to a value")
    try keep(adam.clipped(toTensorNorm: 0.5), .segmented, "clipped by tensor")
    try keep(adam.clipped(toTensorNorm: 0.5, size: .rootMeanSquare), .segmented, "clipped by root mean square")
    try keep(adam.adaptivelyClipped(ratio: 0.3), .segmented, "adaptively clipped")
    try keep(adam.adaptivelyClipped(ratio: 0.3, units: .lastAxis), .segmented, "adaptively clipped, last axis")
  }

  @Test func otherGradients() throws {
    try keep(adam.centralized(), .segmented, "centralized")
    try keep(adam.noisy(seed: 3), [], "noisy")
    try keep(adam.regularized(0.1), .elementwise, "regularized")
    try keep(adam.averagingGradients(decay: 0.8), .elementwise, "averaged gradients")
    try keep(adam.tracing(momentum: 0.9, nesterov: true), .elementwise, "traced")
    try keep(adam.normalized(), [.scaleInvariant], "normalized")
    try keep(adam.zeroingNaNs(infinitiesToo: true), .elementwise, "zeroing NaNs")
    try keep(adam.scaledByParameterNorm(), .segmented, "scaled by parameter norm")
    try keep(adam.preceded(by: ApplyEvery(3)), .elementwise, "applied every 3")
  }

  @Test func wrappers() throws {
    try keep(adam.accumulating(3), .elementwise, "accumulating")
    try keep(adam.lookahead(every: 3, resetsState: true), .elementwise, "lookahead with reset")
    try keep(adam.averaging(.exponential(decay: 0.9)), .elementwise, "exponential average")
    try keep(adam.averaging(.exponential(decay: 0.9, debiases: true), from: 2, every: 2), .elementwise, "debiased")
    try keep(adam.averaging(.mean), .elementwise, "mean")
    try keep(adam.skippingNonFinite(), .elementwise, "skipping")
    try keep(adam.cautious(), .segmented, "cautious")
    try keep(adam.cautious(compensates: false), .elementwise, "cautious without compensation")
    try keep(adam.decaying(0.1), .elementwise, "decaying")
    try keep(adam.keepingNonnegative(), .elementwise, "nonnegative")
    try keep(adam.reduced(on: Plateau()), [], "reduced on a plateau")
    try keep(adam.withMasterWeights(), .elementwise, "master weights")
    try keep(adam.compensated(), .elementwise, "compensated")
    try keep(adam.stochasticallyRounded(), [], "stochastically rounded")
    try keep(adam.lossScaled(from: 1), .elementwise, "loss scaled")
    try keep(adam.grouped(.init(.matrices) { $0.beta1 = 0.5 }), .segmented, "grouped")
    try keep(adam.grouped(.frozen(.names(containing: "1"))).clipped(toGlobalNorm: 1), .segmented, "partly frozen")
  }
}
