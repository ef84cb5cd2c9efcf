import GlissadeNumerics
import Testing

/// What the functions make of NaN, infinities, zeros, subnormal numbers and their own ends, on every kernel set.
extension KernelTests {
  @Test func floatFunctionsKnowTheirSpecialValues() { checkSpecialValues(Float.self) }

  @Test func doubleFunctionsKnowTheirSpecialValues() { checkSpecialValues(Double.self) }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func float16FunctionsKnowTheirSpecialValues() { checkSpecialValues(Float16.self) }
  #endif

  @Test func bfloat16FunctionsKnowTheirSpecialValues() { checkSpecialValues(BFloat16.self) }

  private func checkSpecialValues<S: Scalar>(_ type: S.Type) {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        for function in UnaryFunction.allCases {
          var faults = faultsOfValues(function, type)
          faults += faultsOfPlaces(function, type)
          let isRight = faults.isEmpty
          let examples = faults.prefix(5).joined(separator: "; ")
          #expect(isRight, "\(function) of \(type) with \(set) has \(faults.count) faults, such as \(examples)")
        }
      }
    }
  }

  /// Results that are not what they must be, in words.
  private func faultsOfValues<S: Scalar>(_ function: UnaryFunction, _ type: S.Type) -> [String] {
    var faults: [String] = []
    for (x, y) in zip(SpecialValues<S>.nans, apply(function, to: SpecialValues<S>.nans)) where !y.isNaN {
      faults.append("\(x) gives \(y)")
    }
    let required = SpecialValues<S>.required(of: function)
    for ((x, result), y) in zip(required, apply(function, to: required.map(\.argument))) where !areSame(y, result) {
      faults.append("\(x) gives \(y), not \(result)")
    }
    guard let limit = ErrorLimit.all.first(where: { $0.function == function }) else { return faults }
    let edges = SpecialValues<S>.edges
    for (x, y) in zip(edges, apply(function, to: edges)) {
      let error = limit.error(of: y, at: x)
      if !(error <= limit.limit(of: type)) { faults.append("\(x) gives \(y), which is \(error) ulp off") }
    }
    return faults
  }

  /// Places in a vector and in its rest where a result is another one than elsewhere, in words.
  private func faultsOfPlaces<S: Scalar>(_ function: UnaryFunction, _ type: S.Type) -> [String] {
    let required = SpecialValues<S>.required(of: function).map(\.argument)
    let x = SpecialValues<S>.nans + required + SpecialValues<S>.edges
    let y = x.map { apply(function, to: [$0])[0] }
    var faults: [String] = []
    // A vector or three and the longest rest, with each value once in each place, next to ever the same others.
    for start in x.indices {
      let window = (0..<31).map { (start + $0) % x.count }
      for (place, (i, result)) in zip(window, apply(function, to: window.map { x[$0] })).enumerated()
      where !areSame(result, y[i]) {
        faults.append("\(x[i]) in place \(place) gives \(result), not \(y[i])")
      }
    }
    return faults
  }

  /// Equal, zeros of the same sign, or both NaN.
  private func areSame<S: Scalar>(_ a: S, _ b: S) -> Bool {
    a == b ? a.sign == b.sign : a.isNaN && b.isNaN
  }
}
