import Foundation

/// Values at which an axis is marked.
enum Ticks {
  /// Round values from 0 up to the first at or above `highest`, about five.
  static func linear(upTo highest: Double) -> [Double] {
    let rough = max(highest, .leastNormalMagnitude) / 5
    let power = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    var ticks = [0.0]
    while ticks[ticks.count - 1] < highest, ticks.count < 20 { ticks.append(step * Double(ticks.count)) }
    return ticks
  }

  /// Exponents of powers of two from `lowest` to `highest`, so few that at most `count` are marked; 0 is among them.
  static func exponents(from lowest: Int, to highest: Int, count: Int) -> [Int] {
    let step = max(1, (highest - lowest + count - 1) / count)
    return (lowest...highest).filter { $0.isMultiple(of: step) }
  }
}
