import GlissadeTraining
import Testing

/// The scalar types in which training is tried.
enum ScalarKind: String, CaseIterable, CustomTestStringConvertible {
  case double, float, float16, bfloat16, dual

  var type: any Scalar.Type {
    switch self {
    case .double: Double.self
    case .float: Float.self
    case .bfloat16: BFloat16.self
    case .dual: Dual<Double>.self
    #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
      case .float16: BFloat16.self
    #else
      case .float16: Float16.self
    #endif
    }
  }

  var testDescription: String { rawValue }
}
