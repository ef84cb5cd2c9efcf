/// The 35 least-squares problems of Moré, Garbow and Hillstrom, from their published starts, in their order.
///
/// Moré, Garbow and Hillstrom 1981, "Testing unconstrained optimization software", doi:10.1145/355934.355936. Problems of
/// variable dimension have the size that the paper publishes a minimum for, or ten parameters.
public enum MoreGarbowHillstrom {
  /// Problem 1 first.
  public static let all: [any LeastSquaresFunction] = [
    Rosenbrock(), FreudensteinRoth(), PowellBadlyScaled(), BrownBadlyScaled(), Beale(), JennrichSampson(),
    HelicalValley(), Bard(), GaussianFit(), Meyer(), GulfResearch(), BoxThreeDimensional(), PowellSingular(), Wood(),
    KowalikOsborne(), BrownDennis(), Osborne1(), BiggsEXP6(), Osborne2(), Watson(), ExtendedRosenbrock(),
    ExtendedPowellSingular(), PenaltyI(), PenaltyII(), VariablyDimensioned(), Trigonometric(), BrownAlmostLinear(),
    DiscreteBoundaryValue(), DiscreteIntegralEquation(), BroydenTridiagonal(), BroydenBanded(), LinearFullRank(),
    LinearRankOne(), LinearRankOneWithZeros(), Chebyquad(),
  ]
}
