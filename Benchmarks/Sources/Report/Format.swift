import Foundation

/// Numbers as people read them.
enum Format {
  /// A value with about four digits, its thousands set apart.
  static func value(_ value: Double) -> String {
    switch value {
    case 1000...: grouped(String(format: "%.0f", value))
    case 100...: String(format: "%.1f", value)
    case 10...: String(format: "%.2f", value)
    case 0.01...: String(format: "%.3f", value)
    default: String(format: "%.3g", value)
    }
  }

  /// A ratio, such as `1.25`.
  static func ratio(_ ratio: Double) -> String {
    switch ratio {
    case 9999.5...: String(format: "%.3g", ratio)
    case 99.5...: String(format: "%.0f", ratio)
    case 0.1...: String(format: "%.2f", ratio)
    default: String(format: "%.3g", ratio)
    }
  }

  /// A mark on an axis.
  static func tick(_ value: Double) -> String { String(format: "%.6g", value) }

  private static func grouped(_ digits: String) -> String {
    var result = Array(digits)
    for position in stride(from: result.count - 3, to: 0, by: -3) { result.insert(",", at: position) }
    return String(result)
  }
}
