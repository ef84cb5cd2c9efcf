import Foundation

/// How the numbers along an axis become places on it.
package enum Scale: String, Sendable, Hashable {
  /// Equal distances are equal differences.
  case linear
  /// Equal distances are equal ratios; only positive numbers have a place.
  case logarithmic

  /// What grows evenly along the axis: the value, or its decimal logarithm.
  func evened(_ value: Double) -> Double { self == .linear ? value : log10(value) }

  /// Whether a value has a place: not if it is so large or small that the arithmetic of axes ends.
  func holds(_ value: Double) -> Bool { value.magnitude <= 1e300 && (self == .linear || value >= 1e-300) }
}
