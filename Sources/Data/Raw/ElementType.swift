/// What the elements of a tensor in a file are.
public enum ElementType: String, CaseIterable, Sendable {
  case float64, float32, float16, bfloat16
  case int64, int32, int16, int8
  case uint64, uint32, uint16, uint8
  case bool

  /// The bytes of one element.
  public var byteCount: Int {
    switch self {
    case .float64, .int64, .uint64: 8
    case .float32, .int32, .uint32: 4
    case .float16, .bfloat16, .int16, .uint16: 2
    case .int8, .uint8, .bool: 1
    }
  }

  /// The type of a scalar's elements; nil for dual numbers and scalars that files do not know.
  public init?<S: Scalar>(_ scalar: S.Type) {
    if scalar == Float.self {
      self = .float32
    } else if scalar == Double.self {
      self = .float64
    } else if scalar == BFloat16.self {
      self = .bfloat16
    } else {
      #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
        guard scalar == Float16.self else { return nil }
        self = .float16
      #else
        return nil
      #endif
    }
  }

  /// The bytes of a tensor of the given sizes; nil where a size is negative or the product too large for an Int.
  func byteCount(of shape: [Int]) -> Int? {
    var product = byteCount
    for size in shape {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflows else { return nil }
      product = next
    }
    return product
  }
}
