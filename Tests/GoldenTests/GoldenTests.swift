import Foundation
import GlissadeTesting
import Testing

/// Reference vectors of PyTorch, optax and SciPy; `glissade check --golden` runs the same cases from any folder.
@Suite struct GoldenTests {
  @Test(arguments: Fixture.optimizers.cases)
  func optimizers(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.optimizers) }

  @Test(arguments: Fixture.schedules.cases)
  func schedules(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.schedules) }

  @Test(arguments: Fixture.minimizers.cases)
  func minimizers(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.minimizers) }

  @Test func fixturesAreComplete() {
    #expect(Fixture.optimizers.cases.count == 185)
    #expect(Fixture.schedules.cases.count == 53)
    #expect(Fixture.minimizers.cases.count == 107)
  }
}

/// The golden files that are part of the project.
enum Fixture {
  static let optimizers = load("optimizers")
  static let schedules = load("schedules")
  static let minimizers = load("lbfgs")

  static func expectPass(_ item: GoldenCase, in file: GoldenFile) {
    let outcome = GoldenSuite.run(item, in: file)
    #expect(outcome.name == "passed", "\(item): \(outcome.message ?? "")")
  }

  private static func load(_ name: String) -> GoldenFile {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json") else {
      fatalError("the fixture \(name) is missing")
    }
    do { return try GoldenFile(contentsOf: url) } catch { fatalError("\(error)") }
  }
}
