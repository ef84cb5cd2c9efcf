import GlissadeOptimizers
import Testing

@Suite struct RegisteredNamesTests {
  /// Names of the field for options of a rule are entries of that rule with other defaults.
  @Test func namesOfOptions() throws {
    let registry = OptimizerRegistry.standard
    let momentum = try #require(try registry.make("momentum", ["learningRate": "0.5"]) as? SGD)
    #expect(momentum.momentum == 0.9 && !momentum.nesterov && momentum.learningRate == 0.5)
    let nesterov = try #require(try registry.make("nesterov", ["momentum": "0.8"]) as? SGD)
    #expect(nesterov.momentum == 0.8 && nesterov.nesterov)
    let signum = try #require(try registry.make("signum") as? SignSGD)
    #expect(signum.momentum == 0.9)
    #expect(throws: OptimizerError.self) { try registry.make("nesterov", ["momentum": "0"]) }
  }
}
