extension ElementType {
  /// The format's name of the type.
  var safetensorsName: String {
    switch self {
    case .float64: "F64"
    case .float32: "F32"
    case .float16: "F16"
    case .bfloat16: "BF16"
    case .int64: "I64"
    case .int32: "I32"
    case .int16: "I16"
    case .int8: "I8"
    case .uint64: "U64"
    case .uint32: "U32"
    case .uint16: "U16"
    case .uint8: "U8"
    case .bool: "BOOL"
    }
  }

  /// The type of a name of the format; nil for those that this library does not have.
  init?(safetensorsName name: String) {
    guard let type = ElementType.allCases.first(where: { $0.safetensorsName == name }) else { return nil }
    self = type
  }
}
