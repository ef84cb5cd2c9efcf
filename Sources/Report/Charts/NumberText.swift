import Foundation

/// Numbers as people read them on charts and in tables. `page.js` writes them the same way.
package enum NumberText {
  /// Four significant digits: `0.03412`, `97.5`, `12,340`, `1.234e−5`.
  package static func short(_ value: Double?) -> String {
    guard let value, !value.isNaN else { return "–" }
    guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
    guard value != 0 else { return "0" }
    let scientific = String(format: "%.3e", value)
    let halves = scientific.split(separator: "e")
    guard halves.count == 2, let exponent = Int(halves[1]) else { return scientific }
    if exponent < -4 || exponent > 5 { return sign(trimmed(String(halves[0]))) + "e" + sign("\(exponent)") }
    return grouped(trimmed(fixed(value, max(0, 3 - exponent))))
  }

  /// A number with so many decimals, its thousands set apart.
  package static func decimal(_ value: Double, _ decimals: Int) -> String { grouped(fixed(value, decimals)) }

  /// A share as a percentage with one decimal.
  package static func percent(_ share: Double?) -> String { share.map { decimal(100 * $0, 1) + "\u{a0}%" } ?? "–" }

  /// Seconds as `0.42 s`, `12.3 s`, `3 min 05 s` or `2 h 10 min`.
  package static func duration(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "–" }
    if seconds < 0.001 { return brief(seconds * 1e6) + "\u{a0}µs" }
    if seconds < 1 { return brief(seconds * 1000) + "\u{a0}ms" }
    if seconds < 100 { return brief(seconds) + "\u{a0}s" }
    let whole = Int(seconds.rounded())
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return whole < 3600
      ? "\(whole / 60)\u{a0}min \(two(whole % 60))\u{a0}s" : "\(whole / 3600)\u{a0}h \(two(whole / 60 % 60))\u{a0}min"
  }

  /// Three significant digits of a number below a thousand.
  private static func brief(_ value: Double) -> String { fixed(value, max(0, min(3, 2 - exponent(value)))) }

  /// The power of ten of a number's first digit; 0 for zero and for what is not finite.
  static func exponent(_ value: Double) -> Int {
    value != 0 && value.isFinite ? Int(log10(value.magnitude * (1 + 1e-12)).rounded(.down)) : 0
  }

  /// The text of a round number on an axis whose largest number is given.
  static func tick(_ value: Double, step: Ticks.Step, largest: Double) -> String {
    guard value != 0 else { return "0" }
    if largest >= 1e10 || largest < 1e-3 {
      // As many digits as tell neighbors apart.
      let text = String(format: "%.\(max(0, exponent(value) - step.exponent))e", value)
      let halves = text.split(separator: "e")
      return sign(trimmed(String(halves[0]))) + "e" + sign("\(Int(halves[1]) ?? 0)")
    }
    if step.exponent >= 6 { return grouped(fixed(value / 1e6, 0)) + "M" }
    if step.exponent >= 3 { return grouped(fixed(value / 1e3, 0)) + "k" }
    return grouped(fixed(value, max(0, -step.exponent)))
  }

  /// The text of a digit times a power of ten: `0.001`, `20`, `10⁻⁵`, `3×10⁶`.
  static func power(_ digit: Int, _ exponent: Int) -> String {
    if (-3...3).contains(exponent) {
      return exponent >= 0
        ? grouped("\(digit)" + String(repeating: "0", count: exponent))
        : "0." + String(repeating: "0", count: -exponent - 1) + "\(digit)"
    }
    let raised = String("\(exponent)".map { superscripts[$0] ?? $0 })
    return digit == 1 ? "10\(raised)" : "\(digit)×10\(raised)"
  }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]

  private static func fixed(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

  /// A number's text without zeros at the end of its decimals.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }

  /// A text of digits with commas between thousands, and a true minus.
  private static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let halves = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", maxSplits: 1)
    var digits = Array(halves.first ?? "0")
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (isNegative ? "−" : "") + String(digits) + (halves.count == 2 ? "." + halves[1] : "")
  }

  private static func sign(_ text: String) -> String { text.replacing("-", with: "−") }
}
