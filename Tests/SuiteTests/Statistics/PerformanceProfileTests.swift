import GlissadeSuite
import Testing

@Suite struct PerformanceProfileTests {
  /// By hand: ratios 1, 2, ∞ and 1 for the first method, 3, 1, 1 and ∞ for the second.
  @Test func twoMethods() {
    let profiles = PerformanceProfile.profiles(times: [[10, 40, .infinity, 7], [30, 20, 5, .infinity]])
    #expect(profiles[0].ratios == [1, 2])
    #expect(profiles[0].shares == [0.5, 0.75])
    #expect(profiles[1].ratios == [1, 3])
    #expect(profiles[1].shares == [0.5, 0.75])
    // ∫ρ over 1…4 is ½ + 2 · ¾ for the first, 2 · ½ + ¾ for the second.
    #expect(abs(profiles[0].score - 2.0 / 3) < 1e-15)
    #expect(abs(profiles[1].score - 1.75 / 3) < 1e-15)
  }

  /// A problem that nobody solves counts against all; one method alone is the fastest wherever it gets.
  @Test func unsolvedProblems() {
    let profiles = PerformanceProfile.profiles(times: [[.infinity, 3], [.infinity, 3]])
    #expect(profiles.map(\.score) == [0.5, 0.5])
    #expect(PerformanceProfile.profiles(times: [[5, 6]])[0].score == 1)
    #expect(PerformanceProfile.profiles(times: [[0, 8], [4, 2]])[1].shares == [0.5])
  }

  /// Ratios beyond the limit do not count.
  @Test func limit() {
    let profile = PerformanceProfile(ratios: [1, 4, 4.1], limit: 4)
    #expect(profile.ratios == [1, 4])
    #expect(profile.score == 1.0 / 3)
  }
}
