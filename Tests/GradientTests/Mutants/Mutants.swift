import GlissadeTesting

private let x = GradientSuite.sample([3, 4])
private let y = GradientSuite.sample([3, 4], seed: 2)
private let square3 = GradientSuite.sample([3, 3])
private let otherSquare3 = GradientSuite.sample([3, 3], seed: 2)

extension Mutant {
  /// All mutants that a full check catches.
  static var all: [Mutant] { elementwise + structural + images + programs + precision }

  private static var elementwise: [Mutant] {
    [
      element("wrong sign", .tanh, .sign, cause: "the sign is wrong"),
      element("missing factor", .square, .factor, cause: "every element is 0.5 times"),
      element("cotangent ignored", .exp, .cotangentIgnored),
      element("derivative at y instead of x", .softplus, .wrongVariable),
      element("constant added", .negate, .constantAdded, cause: "off by the same amount"),
      element("wrong side of the kink", .relu, .kinkSide),
      element("kink in the wrong place", .relu, .kinkPlace, cause: "zero in some elements"),
      element("only the first example", .sigmoid, .firstRowOnly, cause: "zero in some elements") { $0[0] > 0 },
      element("one wrong element", .gelu, .oneElement, cause: "only 1 of 12 elements") { $0 == [1, 2] },
      .operation(
        "zero divided by zero", PulledBack(.square, .divisionByZero), PulledBack(.square),
        at: [Tensor([2, 2], [1, -0.5, 0, 2])], cause: "divides by zero", at: { $0 == [1, 0] }),
      .operation(
        "another ε in the pullback", Squash(epsilon: 1e-3, pullbackEpsilon: 1e-5),
        Squash(epsilon: 1e-3, pullbackEpsilon: 1e-3), at: [0.0625 * x]),
    ]
  }

  private static var structural: [Mutant] {
    [
      .operation(
        "operands swapped", Product(swaps: true), Product(swaps: false), at: [x, 0.125 * y], blames: "argument 1"),
      .operation("forgotten accumulation", Overwrite(adds: false), Overwrite(adds: true), at: [x]),
      .operation(
        "missing transposition in a product", SquareProduct(transposes: false), SquareProduct(transposes: true),
        at: [square3, otherSquare3]),
      .operation(
        "missing transposition", Turned(turnsBack: false), Turned(turnsBack: true), at: [square3],
        cause: "right numbers stand in wrong places", at: { $0[0] != $0[1] }),
      .operation(
        "off by one row", Rolled(back: 2), Rolled(back: 1), at: [GradientSuite.sample([5, 2])],
        cause: "right numbers stand in wrong places"),
      .operation(
        "missing 1/N", Average(divides: false), Average(divides: true), at: [x], cause: "every element is 12.0 times"),
      .operation(
        "axis of a broadcast not summed", Offset(sumsColumns: false), Offset(sumsColumns: true),
        at: [x, Tensor([1, 1], [0.5])], blames: "argument 1", at: { $0 == [0, 0] }),
      .operation(
        "weight gradient of the first example only", Dropping(usesAllExamples: false), Dropping(),
        at: [x, GradientSuite.sample([2, 4], seed: 3), Tensor([2], [0.5, 1])], blames: "argument 1"),
      .operation(
        "no gradient for the bias", Dropping(pullsBackBias: false), Dropping(),
        at: [x, GradientSuite.sample([2, 4], seed: 3), Tensor([2], [0.5, 1])], blames: "argument 2",
        cause: "the pullback adds nothing for this argument"),
      .operation(
        "softmax without its mean", Normalized(subtractsMean: false), Normalized(subtractsMean: true), at: [x]),
      .operation(
        "cotangent of a scalar ignored", Energy(ignoresCotangent: true), Energy(ignoresCotangent: false), at: [x],
        cause: "a factor is missing"),
    ]
  }

  private static var images: [Mutant] {
    let signal = GradientSuite.sample([2, 2, 7])
    let kernel = GradientSuite.sample([3, 2, 3], seed: 2)
    return [
      .operation(
        "kernel not turned round", WrongConvolution(.kernelNotFlipped), WrongConvolution(nil), at: [signal, kernel]),
      .operation(
        "padding forgotten on the way back", WrongConvolution(.padding), WrongConvolution(nil), at: [signal, kernel],
        blames: "argument 1"),
      .operation(
        "every largest input of a window", WrongPool(takesAll: true), WrongPool(takesAll: false),
        at: [Tensor([1, 1, 4], [0.5, 0.25, -1, 1])]),
    ]
  }

  private static var programs: [Mutant] {
    [
      .function(
        "one factor detached", DetachedFactor(detaches: true), DetachedFactor(detaches: false), at: [x],
        cause: "every element is 0.5 times"),
      .function(
        "a branch detached", DetachedBranch(detaches: true), DetachedBranch(detaches: false), at: [x, y],
        blames: "argument 1", cause: "the gradient is zero everywhere"),
      .function(
        "a shared argument's cotangent overwritten", SharedArgument(accumulates: false),
        SharedArgument(accumulates: true), at: [x]),
      .layer(
        "a parameter of an inner layer", Nest(.factor), Nest(), at: x, blames: "inner.gain",
        cause: "every element is 0.5 times"),
      .layer(
        "a detached parameter", Nest(detachesShift: true), Nest(), at: x, blames: "inner.shift",
        cause: "zero everywhere"),
    ]
  }

  private static var precision: [Mutant] {
    [
      element("an error of 1e-5", .tanh, .epsilon, cause: "every element is 1.0 times"),
      element("rounding inside", .tanh, .roundedInside),
      onlyInLowPrecision,
      onlyInDualNumbers,
    ]
  }

  /// Right in Double, where cancellation costs ten bits; wrong in narrow types.
  static var onlyInLowPrecision: Mutant { element("cancellation", .tanh, .cancellation) }

  /// Off by 1e-9 of each element: below the error of differences, above that of dual numbers.
  static var onlyInDualNumbers: Mutant { element("an error of 1e-9", .square, .tinyError) }

  private static func element(
    _ name: String, _ function: UnaryFunction, _ mistake: PulledBack.Mistake, cause: String? = nil,
    at isWrongIndex: @escaping @Sendable ([Int]) -> Bool = { _ in true }
  ) -> Mutant {
    .operation(
      name, PulledBack(function, mistake), PulledBack(function), at: [x], cause: cause, at: isWrongIndex)
  }
}
