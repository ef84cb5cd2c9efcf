import GlissadeTesting
import Testing

/// Wrong gradients are caught, right ones pass, and reports name what is wrong.
@Suite struct MutantTests {
  @Test(arguments: Mutant.all)
  func isCaught(_ mutant: Mutant) throws {
    let report = mutant.wrong(GradientCheckOptions())
    #expect(!report.passed)
    let worst = try #require(report.worst)
    #expect(worst.tensor == mutant.tensor)
    let index = try #require(worst.index)
    #expect(mutant.isWrongIndex(index), "index \(index)")
    #expect(!worst.likelyCause.isEmpty)
    if let cause = mutant.cause { #expect(worst.likelyCause.contains(cause), "\(worst.likelyCause)") }
    #expect(report.description.contains("\(mutant.tensor)\(index)"))
    #expect(report.description.contains(worst.likelyCause))
  }

  @Test(arguments: Mutant.all)
  func isCaughtAlongRandomDirections(_ mutant: Mutant) {
    var options = GradientCheckOptions()
    options.mode = .directions(3)
    #expect(!mutant.wrong(options).passed)
    #expect(mutant.right(options).passed)
  }

  @Test(arguments: Mutant.all)
  func theOriginalPasses(_ mutant: Mutant) {
    let report = mutant.right(GradientCheckOptions())
    #expect(report.passed, "\(report)")
    #expect(report.worst == nil)
    #expect(report.checks.count >= 4)
  }

  @Test func thereAreEnough() {
    #expect(Mutant.all.count >= 28)
    #expect(Set(Mutant.all.map(\.name)).count == Mutant.all.count)
  }

  @Test func cancellationIsSeenOnlyInLowPrecision() {
    let failed = Mutant.onlyInLowPrecision.wrong(GradientCheckOptions()).checks.filter { !$0.passed }
    #expect(failed.allSatisfy { $0.reference == .double })
    #expect(failed.contains { $0.scalar == "float" })
    #expect(failed.contains { $0.scalar == BFloat16.name })
  }

  @Test func aTinyErrorIsSeenOnlyByDualNumbers() {
    let failed = Mutant.onlyInDualNumbers.wrong(GradientCheckOptions()).checks.filter { !$0.passed }
    #expect(failed.map(\.reference) == [.dualNumbers])
  }

  /// A cotangent of exactly 1 would hide a pullback that ignores it.
  @Test func theCotangentIsNeverOne() {
    let energy = Energy(ignoresCotangent: true)
    for seed in 0..<100 {
      var options = GradientCheckOptions()
      options.seed = UInt64(seed)
      options.usesDifferences = false
      #expect(throws: GradientCheckFailure.self, "seed \(seed)") {
        try checkGradients(of: energy, at: [GradientSuite.sample([2])], options: options)
      }
    }
  }
}
