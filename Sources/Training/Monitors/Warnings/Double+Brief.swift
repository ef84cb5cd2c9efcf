import Foundation

extension Double {
  /// The number with three significant digits, for sentences.
  var brief: String { String(format: "%.3g", self) }
}
