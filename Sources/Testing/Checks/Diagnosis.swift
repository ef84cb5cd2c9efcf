/// Puts into words what a wrong gradient looks like.
enum Diagnosis {
  static func likelyCause(of comparison: Comparison) -> String {
    let pairs = zip(comparison.computed, comparison.expected).map { (computed: $0, expected: $1) }
    if pairs.contains(where: { !$0.computed.isFinite && $0.expected.isFinite }) {
      return "the pullback divides by zero or overflows where the derivative is finite"
    }
    let wrong = pairs.filter { ($0.computed - $0.expected).magnitude > comparison.tolerance }
    if wrong.allSatisfy({ $0.computed == 0 }) {
      return wrong.count == pairs.count
        ? "the gradient is zero everywhere: the pullback adds nothing for this argument"
        : "the gradient is zero in some elements: the pullback leaves them out, or overwrites instead of adding"
    }
    let floor = comparison.tolerance
    let ratios = pairs.filter { $0.expected.magnitude > 10 * floor }.map { $0.computed / $0.expected }
    if let first = ratios.first, ratios.count > 1 || pairs.count == 1,
      ratios.allSatisfy({ ($0 - first).magnitude <= 1e-3 * first.magnitude })
    {
      if (first + 1).magnitude < 1e-3 { return "the sign is wrong" }
      return "a factor is missing: every element is \(rounded(first)) times what it should be"
    }
    if isPermutation(pairs, tolerance: 10 * floor) {
      return "the right numbers stand in wrong places: an operand is probably transposed or reversed"
    }
    let differences = pairs.map { $0.computed - $0.expected }
    if let first = differences.first, differences.count > 1,
      differences.allSatisfy({ ($0 - first).magnitude <= 1e-3 * first.magnitude })
    {
      return "every element is off by the same amount: a term that all share is missing or too much"
    }
    if wrong.count < pairs.count {
      return "only \(wrong.count) of \(pairs.count) elements are wrong: look at edges, ties and branches"
    }
    return "the formula differs: a term or factor that varies from element to element is missing or wrong"
  }

  private static func isPermutation(
    _ pairs: [(computed: Double, expected: Double)], tolerance: Double
  ) -> Bool {
    guard pairs.count > 1 else { return false }
    let computed = pairs.map(\.computed).sorted()
    let expected = pairs.map(\.expected).sorted()
    return zip(computed, expected).allSatisfy { ($0 - $1).magnitude <= tolerance }
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1e4).rounded() / 1e4)" }
}
