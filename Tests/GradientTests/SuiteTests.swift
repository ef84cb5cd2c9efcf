import GlissadeTesting
import Testing

@Suite struct SuiteTests {
  @Test(arguments: GradientSuite.subjects.indices)
  func gradientsAreRight(_ index: Int) throws {
    let subject = GradientSuite.subjects[index]
    _ = try checkGradients(of: subject)
  }

  @Test func directionsModeAgrees() throws {
    var options = GradientCheckOptions()
    options.mode = .directions(3)
    for subject in GradientSuite.subjects { _ = try checkGradients(of: subject, options: options) }
  }

  @Test func everyKernelFunctionIsInTheTable() {
    let names = GradientSuite.subjects.map(\.name)
    for function in UnaryFunction.allCases { #expect(names.contains("\(function)")) }
  }

  @Test func everyBinaryFunctionIsInTheTableWithEachKindOfBroadcasting() {
    let names = GradientSuite.subjects.map(\.name)
    for function in BinaryFunction.allCases { #expect(names.count { $0.hasPrefix("\(function), ") } == 5) }
  }

  @Test func namesAreUnique() {
    let names = GradientSuite.subjects.map(\.name)
    #expect(Set(names).count == names.count, "\(names.filter { name in names.count { $0 == name } > 1 })")
  }

  /// Another seed is another cotangent and other parameters.
  @Test func otherSeedsAgree() throws {
    var options = GradientCheckOptions()
    options.seed = 2
    for subject in GradientSuite.subjects { _ = try checkGradients(of: subject, options: options) }
  }

  @Test func aPassedReportSaysSo() throws {
    let report = try checkGradients(of: Elementwise(.tanh), at: [GradientSuite.sample([2])])
    #expect(report.description == "tanh: \(report.checks.count) gradient checks passed")
    #expect(report.checks.allSatisfy { $0.likelyCause.isEmpty && $0.count == 2 })
  }
}
