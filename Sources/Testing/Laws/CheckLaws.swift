/// Checks the laws of an optimizer in Double, Float, Float16 and BFloat16; throws all that it breaks.
///
/// `laws` says what holds of the optimizer beyond what holds of all. An optimizer of your own is checked by one call:
///
/// ```swift
/// try checkLaws(of: MyRule(), laws: .elementwise)
/// ```
public func checkLaws(of optimizer: some Optimizer, laws: OptimizerLaws = [], name: String? = nil) throws {
  let violations = lawViolations(of: optimizer, laws: laws, name: name)
  guard violations.isEmpty else { throw LawViolations(violations: violations) }
}

/// Checks the laws of every example of an entry of the registry; throws all that are broken.
///
/// Scale invariance is asked of the first example alone: others may add weight decay to the gradient.
public func checkLaws(of entry: OptimizerEntry) throws {
  var violations: [LawViolation] = []
  for (index, settings) in entry.examples.enumerated() {
    let laws = index == 0 ? entry.laws : entry.laws.subtracting(.scaleInvariant)
    let words = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    let name = words.isEmpty ? entry.name : "\(entry.name) \(words)"
    violations += lawViolations(of: try entry.make(settings), laws: laws, name: name)
    violations += try switchingViolations(of: entry, settings, name: name)
  }
  guard violations.isEmpty else { throw LawViolations(violations: violations) }
}

/// The cases in which an example of an entry cannot become another and be itself again, by one hyperparameter.
private func switchingViolations(
  of entry: OptimizerEntry, _ settings: [String: String], name: String
) throws -> [LawViolation] {
  func message(_ rule: some Optimizer, _ other: some Optimizer) -> String? {
    LawChecker<Double>(name).switching(rule, other)
  }
  let rule = try entry.make(settings)
  return entry.hyperparameters.flatMap { setting in
    setting.alternatives.compactMap { value -> LawViolation? in
      // Values that are legal alone may not go together with the others.
      guard let other = try? entry.make(settings.merging([setting.name: value]) { $1 }),
        let message = message(rule, other)
      else { return nil }
      return LawViolation(
        optimizer: name, scalar: Double.name, law: .switching, message: "with \(setting.name) at \(value) \(message)")
    }
  }
}

/// All laws that an optimizer breaks.
public func lawViolations(
  of optimizer: some Optimizer, laws: OptimizerLaws = [], name: String? = nil
) -> [LawViolation] {
  let name = name ?? "\(type(of: optimizer))"
  var result = LawChecker<Double>(name).violations(optimizer, laws)
  result += LawChecker<Float>(name).violations(optimizer, laws)
  result += LawChecker<BFloat16>(name).violations(optimizer, laws)
  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    result += LawChecker<Float16>(name).violations(optimizer, laws)
  #endif
  return result
}
