import GlissadeTesting
import Testing

@Suite struct LawTests {
  static let names = OptimizerRegistry.standard.entries.map(\.name)

  @Test(arguments: names)
  func registeredOptimizersKeepTheLaws(_ name: String) throws {
    try checkLaws(of: try OptimizerRegistry.standard.entry(name))
  }

  @Test func namesAreUnique() { #expect(Set(Self.names).count == Self.names.count) }

  /// Every hyperparameter of every entry is exercised by an example, or there is nothing to exercise but numbers.
  @Test(arguments: names)
  func examplesExerciseEveryOption(_ name: String) throws {
    let entry = try OptimizerRegistry.standard.entry(name)
    let set = Set(entry.examples.flatMap(\.keys))
    let options = entry.hyperparameters.filter { $0.legal.hasPrefix("one of") || $0.legal.hasPrefix("true") }
    #expect(options.allSatisfy { set.contains($0.name) }, "\(options.map(\.name).filter { !set.contains($0) })")
  }

  /// Settings arrive: what an entry says of its defaults is what it makes, and a value that is set is another optimizer.
  @Test(arguments: names)
  func defaultsAreLegal(_ name: String) throws {
    let entry = try OptimizerRegistry.standard.entry(name)
    for setting in entry.hyperparameters { _ = try entry.make([setting.name: setting.standard]) }
    #expect(try entry.make(["learningRate": "0.625"]).learningRate == 0.625)
    #expect(throws: OptimizerError.self) { try entry.make(["learningRate": "fast"]) }
    #expect(throws: OptimizerError.self) { try entry.make(["learningrate": "1"]) }
  }

  @Test func compositionsKeepTheLaws() throws {
    try checkLaws(of: Adam(learningRate: 0.05).clipped(toGlobalNorm: 1), name: "clipped Adam")
    try checkLaws(of: SGD(learningRate: 0.1, momentum: 0.9).scheduled(.cosine(steps: 9, to: 0.1)), laws: .elementwise)
    try checkLaws(
      of: SGD(learningRate: 0.1, momentum: 0.9).scheduled(\.momentum, .linear(from: 0, to: 1, steps: 9)))
    try checkLaws(of: RMSprop().lookahead(every: 3, blend: 0.25), laws: .elementwise)
    try checkLaws(
      of: AdamW(learningRate: 0.05).clipped(toGlobalNorm: 1).lookahead(every: 5, blend: 0.5)
        .scheduled(.warmup(steps: 3).then(.cosine(steps: 6))))
  }
}
