import GlissadeTesting
import Testing

/// A program with a wrong gradient, the right program beside it, and what a report should say of the wrong one.
struct Mutant: Sendable, CustomTestStringConvertible {
  typealias Check = @Sendable (GradientCheckOptions) -> GradientReport

  let name: String
  let wrong: Check
  let right: Check
  /// The tensor to blame.
  let tensor: String
  /// Whether the index is that of a wrong element.
  var isWrongIndex: @Sendable ([Int]) -> Bool = { _ in true }
  /// Words of the likely cause; nil where there is no telling.
  var cause: String?

  var testDescription: String { name }

  /// A wrong operation with the right one.
  static func operation(
    _ name: String, _ wrong: some Differentiable, _ right: some Differentiable, at arguments: [Tensor<Double>],
    blames tensor: String = "argument 0", cause: String? = nil,
    at isWrongIndex: @escaping @Sendable ([Int]) -> Bool = { _ in true }
  ) -> Mutant {
    Mutant(
      name: name, wrong: { report { try checkGradients(of: wrong, at: arguments, options: $0) }($0) },
      right: { report { try checkGradients(of: right, at: arguments, options: $0) }($0) }, tensor: tensor,
      isWrongIndex: isWrongIndex, cause: cause)
  }

  /// A wrong function with the right one.
  static func function(
    _ name: String, _ wrong: some DifferentiableFunction, _ right: some DifferentiableFunction,
    at arguments: [Tensor<Double>], blames tensor: String = "argument 0", cause: String? = nil
  ) -> Mutant {
    Mutant(
      name: name, wrong: { report { try checkGradients(of: wrong, at: arguments, options: $0) }($0) },
      right: { report { try checkGradients(of: right, at: arguments, options: $0) }($0) }, tensor: tensor, cause: cause)
  }

  /// A wrong layer with the right one.
  static func layer(
    _ name: String, _ wrong: some Layer, _ right: some Layer, at input: Tensor<Double>, blames tensor: String,
    cause: String? = nil
  ) -> Mutant {
    Mutant(
      name: name, wrong: { report { try checkGradients(of: wrong, at: input, options: $0) }($0) },
      right: { report { try checkGradients(of: right, at: input, options: $0) }($0) }, tensor: tensor, cause: cause)
  }

  /// The report of a check, thrown or returned.
  private static func report(
    _ check: @escaping (GradientCheckOptions) throws -> GradientReport
  ) -> (GradientCheckOptions) -> GradientReport {
    { options in
      do {
        return try check(options)
      } catch let failure as GradientCheckFailure {
        return failure.report
      } catch {
        fatalError("a check threw \(error)")
      }
    }
  }
}
