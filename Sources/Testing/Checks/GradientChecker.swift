/// Runs the checks of one subject.
struct GradientChecker<Subject: GradientSubject> {
  let subject: Subject
  let options: GradientCheckOptions
  private let cotangent: Tensor<Double>
  /// The tape's gradient in Double, one tensor for each of the point's.
  private let gradient: [Tensor<Double>]
  private let magnitude: Double

  init(_ subject: Subject, options: GradientCheckOptions) {
    self.subject = subject
    self.options = options
    let values = subject.point.map(\.value)
    let output = subject.evaluate(values, on: Tape()).output.value
    let stream = RandomStream(seed: options.seed, purpose: .checking, index: 0)
    // Every component is well away from zero, so that no output goes unchecked, not 1, so that a pullback without it is
    // noticed, and exact in the narrowest type.
    let components = (0..<output.count).map { index -> Double in
      let size = 0.5 + Double(stream.integer(at: 2 * index, below: 8)) / 16
      return stream.integer(at: 2 * index + 1, below: 2) == 0 ? size : -size
    }
    cotangent = Tensor(output.shape, components)
    gradient = Self.gradient(subject, values, cotangent)
    let largest = (values + gradient + [output, cotangent]).flatMap(\.elements).map(\.magnitude).max() ?? 0
    magnitude = largest.isFinite ? largest : 1
  }

  /// All checks, those in low precision included.
  func report() -> GradientReport {
    var checks = [againstDuals()]
    if options.usesDifferences { checks.append(againstDifferences()) }
    checks.append(againstDouble(Float.self))
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      checks.append(againstDouble(Float16.self))
    #endif
    checks.append(againstDouble(BFloat16.self))
    return GradientReport(name: subject.name, checks: checks)
  }

  /// The tape's gradient of ⟨cotangent, output⟩ by every tensor.
  private static func gradient<S: Scalar>(
    _ subject: Subject, _ values: [Tensor<S>], _ cotangent: Tensor<S>
  ) -> [Tensor<S>] {
    let tape = Tape<S>()
    let (variables, output) = subject.evaluate(values, on: tape)
    return tape.pullBack(cotangent, from: output, to: variables)
  }

  private func againstDuals() -> CheckResult {
    let values = subject.point.map { $0.value.converted(to: Dual<Double>.self) }
    return compare(.dualNumbers, tolerance: options.dualTolerance) { tensor, direction in
      var moved = values
      let elements = zip(subject.point[tensor].value.elements, direction).map { Dual($0, tangent: $1) }
      moved[tensor] = Tensor(values[tensor].shape, elements)
      let output = subject.evaluate(moved, on: Tape()).output.value
      return zip(output.elements, cotangent.elements).reduce(0) { $0 + $1.0.tangent * $1.1 }
    }
  }

  private func againstDifferences() -> CheckResult {
    let values = subject.point.map(\.value)
    return compare(.differences, tolerance: options.differenceTolerance) { tensor, direction in
      let largest = values[tensor].elements.map(\.magnitude).max() ?? 1
      // The cube root of the unit roundoff balances the error of truncation against that of rounding.
      let step = 6e-6 * max(1, largest)
      func result(_ sign: Double) -> Double {
        var moved = values
        let elements = zip(values[tensor].elements, direction).map { $0 + sign * step * $1 }
        moved[tensor] = Tensor(values[tensor].shape, elements)
        return subject.evaluate(moved, on: Tape()).output.value.dot(cotangent)
      }
      return (result(1) - result(-1)) / (2 * step)
    }
  }

  /// Compares the gradient with derivatives along directions, given by a function of a tensor and a direction.
  private func compare(
    _ reference: CheckResult.Reference, tolerance: Double,
    _ derivative: (_ tensor: Int, _ direction: [Double]) -> Double
  ) -> CheckResult {
    let comparisons = subject.point.indices.map { tensor -> Comparison in
      let elements = gradient[tensor].elements
      let scale = max(elements.map(\.magnitude).max() ?? 0, 1e-3 * magnitude)
      var comparison = Comparison(
        tensor: subject.point[tensor], tolerance: tolerance * scale, isElementwise: options.mode == .everyElement)
      for direction in directions(count: elements.count, tensor: tensor) {
        // Elements outside the direction play no part, even those that are not finite.
        comparison.computed.append(zip(elements, direction).reduce(0) { $1.1 == 0 ? $0 : $0 + $1.0 * $1.1 })
        comparison.expected.append(derivative(tensor, direction))
      }
      return comparison
    }
    return Comparison.result(comparisons, reference: reference, scalar: "double")
  }

  private func directions(count: Int, tensor: Int) -> [[Double]] {
    switch options.mode {
    case .everyElement:
      return (0..<count).map { element in (0..<count).map { $0 == element ? 1 : 0 } }
    case .directions(let number):
      return (0..<number).map { direction in
        let stream = RandomStream(seed: options.seed, purpose: .checking, index: tensor + 1, direction)
        let draws = (0..<count).map { stream.normal(at: $0) }
        let norm = draws.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return draws.map { $0 / max(norm, 1e-300) }
      }
    }
  }

  private func againstDouble<S: Scalar>(_ type: S.Type) -> CheckResult {
    let low = subject.point.map { $0.value.converted(to: S.self) }
    let computed = Self.gradient(subject, low, cotangent.converted(to: S.self))
    // The reference starts from the rounded inputs, so that only the arithmetic in between is judged.
    let expected = Self.gradient(subject, low.map { $0.converted(to: Double.self) }, cotangent)
    let tolerance = options.lowPrecisionFactor * S.ulpOfOne.double / 2 * magnitude
    let comparisons = subject.point.indices.map { tensor in
      Comparison(
        tensor: subject.point[tensor], computed: computed[tensor].doubles, expected: expected[tensor].elements,
        tolerance: tolerance, isElementwise: true)
    }
    return Comparison.result(comparisons, reference: .double, scalar: S.name)
  }
}
