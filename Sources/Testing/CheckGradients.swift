/// Checks the gradients of an operation at given arguments; throws a report if any is wrong.
///
/// Against dual numbers and against central differences in Double, and in Float, Float16 and BFloat16 against Double.
@discardableResult
public func checkGradients(
  of operation: some Differentiable, at arguments: [Tensor<Double>],
  options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  try checkGradients(of: OperationSubject(operation, at: arguments), options: options)
}

/// Checks the gradients of a layer by its input and all its parameters; throws a report if any is wrong.
///
/// The parameters are initialized with the seed of the options and shifted a little, so that none are all alike.
@discardableResult
public func checkGradients(
  of layer: some Layer, at input: Tensor<Double>, pass: Pass = .evaluation,
  options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  try checkGradients(of: LayerSubject(layer, at: input, seed: options.seed, pass: pass), options: options)
}

/// Checks the gradients of a function of several variables; throws a report if any is wrong.
@discardableResult
public func checkGradients(
  of function: some DifferentiableFunction, at arguments: [Tensor<Double>],
  options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  try checkGradients(of: FunctionSubject(function, at: arguments), options: options)
}

/// Checks the gradients of any program; throws a report if any is wrong.
@discardableResult
public func checkGradients(
  of subject: some GradientSubject, options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  let report = gradientReport(of: subject, options: options)
  guard report.passed else { throw GradientCheckFailure(report: report) }
  return report
}

/// The checks of a program's gradients, passed or not.
public func gradientReport(
  of subject: some GradientSubject, options: GradientCheckOptions = GradientCheckOptions()
) -> GradientReport {
  GradientChecker(subject, options: options).report()
}
