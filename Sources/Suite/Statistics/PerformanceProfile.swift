/// On what share of problems a method is within a factor of the fastest: ρ(τ) = |{p : t(p) ≤ τ · min t(p)}| / |problems|.
///
/// Dolan and Moré 2002 (doi:10.1007/s101070100263). The score is the mean of ρ over 1…τₘₐₓ, as AlgoPerf computes it with
/// τₘₐₓ = 4 (Dahl et al. 2023, arXiv:2306.07179): 1 for a method that is the fastest on every problem.
public struct PerformanceProfile: Hashable, Sendable {
  /// The ratios at which ρ rises, ascending, from 1 to `limit`.
  public let ratios: [Double]
  /// ρ from each of these ratios on.
  public let shares: [Double]
  /// τₘₐₓ
  public let limit: Double
  /// The mean of ρ over 1…τₘₐₓ.
  public let score: Double

  /// The profile of one method up to a ratio.
  ///
  /// `ratios` are its times over the least of all methods, one for each problem; infinite where it never got there.
  public init(ratios: [Double], limit: Double = 4) {
    require(limit > 1, "a profile ends at a ratio above 1, not \(limit)")
    require(ratios.allSatisfy { $0 >= 1 }, "no time is below the least of all")
    self.limit = limit
    let within = ratios.filter { $0 <= limit }.sorted()
    let total = Double(max(1, ratios.count))
    let steps = Set(within).union([1]).sorted()
    self.ratios = steps
    shares = steps.map { step in Double(within.count { $0 <= step }) / total }
    score = within.reduce(0) { $0 + (limit - $1) } / (total * (limit - 1))
  }

  /// The profiles of some methods up to a ratio, by the times of each on the same problems in the same order; a time may be
  /// infinite.
  public static func profiles(times: [[Double]], limit: Double = 4) -> [PerformanceProfile] {
    let problems = times.first?.count ?? 0
    require(times.allSatisfy { $0.count == problems }, "the methods were not run on the same problems")
    let least = (0..<problems).map { problem in times.map { $0[problem] }.min() ?? .infinity }
    return times.map { own in
      PerformanceProfile(
        ratios: zip(own, least).map { time, least in
          if time == .infinity { return .infinity }
          return time == least ? 1 : time / least
        }, limit: limit)
    }
  }
}
