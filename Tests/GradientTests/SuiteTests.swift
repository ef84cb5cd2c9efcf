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
}
