import Glissade

/// A scalar type whose functions are examined.
enum ExaminedType: String, CaseIterable {
  case float, float16, double

  /// Why the type is not examined here, as a sentence for the user.
  var absence: String? {
    switch self {
    case .float: nil
    case .float16: hasFloat16 ? nil : "Float16 is skipped: Intel Macs do not have it."
    case .double: hasFloat80 ? nil : "Double is skipped: its reference needs the 80-bit numbers of x86-64."
    }
  }

  private var hasFloat16: Bool {
    #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
      false
    #else
      true
    #endif
  }

  private var hasFloat80: Bool {
    #if arch(x86_64) && !os(Windows) && !os(Android)
      true
    #else
      false
    #endif
  }

  /// The function on every `stride`th argument; every one in Float16. Nil where the type is absent.
  func examine(_ bound: ErrorBound, stride: Int) -> Finding? {
    switch self {
    case .float:
      return Examination<Float>(bound: bound, count: ((1 << 32) + stride - 1) / stride) { i in
        Float(bitPattern: UInt32(truncatingIfNeeded: i * stride))
      }.run()
    case .float16:
      #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
        return nil
      #else
        return Examination<Float16>(bound: bound, count: 1 << 16) { i in
          Float16(bitPattern: UInt16(truncatingIfNeeded: i))
        }.run()
      #endif
    case .double:
      #if arch(x86_64) && !os(Windows) && !os(Android)
        let samples = DoubleSamples(bound.function)
        return Examination<Double>(bound: bound, count: (samples.count + stride - 1) / stride) { i in
          // Four at a time, or an even stride would leave out kinds of samples, which take turns.
          samples[i / 4 * 4 * stride + i % 4]
        }.run()
      #else
        return nil
      #endif
    }
  }
}
