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

  @Test(arguments: Fixture.losses.cases)
  func losses(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.losses) }

  @Test(arguments: Fixture.layers.cases)
  func layers(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.layers) }

  @Test(arguments: Fixture.training.cases)
  func training(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.training) }

  @Test(arguments: Fixture.initializers.cases)
  func initializers(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.initializers) }

  @Test(arguments: Fixture.higher.cases)
  func secondOrder(_ item: GoldenCase) { Fixture.expectPass(item, in: Fixture.higher) }

  /// A wrong number in a case of L-BFGS fails that case, and only that one.
  @Test func wrongNumbersFail() throws {
    let name = "torch.beale.strong_wolfe.h4.trace"
    let text = try Fixture.text("lbfgs")
    let place = try #require(text.range(of: "\"\(name)\""))
    let number = try #require(text.range(of: "2.947597029500666", range: place.upperBound..<text.endIndex))
    let file = try Fixture.load(text: text.replacingCharacters(in: number, with: "2.947607029500666"))
    let failed = file.cases.filter { GoldenSuite.run($0, in: file).name == "failed" }
    #expect(failed.map(\.name) == [name])
  }

  @Test func fixturesAreComplete() {
    #expect(Fixture.optimizers.cases.count == 185)
    #expect(Fixture.schedules.cases.count == 53)
    #expect(Fixture.minimizers.cases.count == 107)
    #expect(Fixture.layers.cases.count == 150)
    #expect(Fixture.losses.cases.count == 120)
    #expect(Fixture.training.cases.count == 28)
    #expect(Fixture.initializers.cases.count == 265)
    #expect(Fixture.higher.cases.count == 10)
  }
}

/// The golden files that are part of the project.
enum Fixture {
  static let optimizers = load("optimizers")
  static let schedules = load("schedules")
  static let minimizers = load("lbfgs")
  static let layers = load("layers")
  static let losses = load("losses")
  static let training = load("training")
  static let initializers = load("init")
  static let higher = load("higher")

  static func expectPass(_ item: GoldenCase, in file: GoldenFile) {
    let outcome = GoldenSuite.run(item, in: file)
    #expect(outcome.name == "passed", "\(item): \(outcome.message ?? "")")
  }

  static func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  static func url(_ name: String) -> URL {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json") else {
      fatalError("the fixture \(name) is missing")
    }
    return url
  }

  /// A golden file of a text.
  static func load(text: String) throws -> GoldenFile {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: url) }
    try text.write(to: url, atomically: true, encoding: .utf8)
    return try GoldenFile(contentsOf: url)
  }

  private static func load(_ name: String) -> GoldenFile {
    do { return try GoldenFile(contentsOf: url(name)) } catch { fatalError("\(error)") }
  }
}
