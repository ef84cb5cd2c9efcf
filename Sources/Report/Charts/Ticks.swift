import Foundation

/// The marked numbers of an axis, and the range that it spans. `page.js` chooses the same.
struct Ticks: Hashable {
  /// A marked number and its text.
  struct Tick: Hashable {
    let value: Double
    let label: String
  }

  /// The least and the greatest number on the axis.
  let range: ClosedRange<Double>
  let ticks: [Tick]

  /// Marks for values from `low` to `high`, about `count` of them.
  ///
  /// - Parameter isRounded: whether the range grows to the next marks, which looks calmer on an axis of values; an axis of
  ///   steps ends where they end.
  init(_ scale: Scale, from low: Double, to high: Double, count: Int, isRounded: Bool) {
    switch scale {
    case .linear: self = Ticks.linear(low, high, max(1, count), isRounded)
    case .logarithmic: self = Ticks.logarithmic(low, high, max(2, count), isRounded)
    }
  }

  private init(_ range: ClosedRange<Double>, _ ticks: [Tick]) {
    self.range = range
    self.ticks = ticks
  }

  /// The place of a value, 0 at the low end and 1 at the high one.
  func place(_ value: Double, _ scale: Scale) -> Double {
    let (low, high) = (scale.evened(range.lowerBound), scale.evened(range.upperBound))
    return (scale.evened(value) - low) / (high - low)
  }
}

extension Ticks {
  /// The step between round numbers: 1, 2 or 5 times a power of ten.
  struct Step: Hashable {
    let digit: Int
    let exponent: Int
    var value: Double { Double(digit) * pow(10, Double(exponent)) }

    /// The least step that makes no more than `count` intervals of a span.
    init(span: Double, count: Int) {
      let rough = span / Double(count)
      let power = Int(log10(rough).rounded(.down))
      let ratio = rough / pow(10, Double(power))
      // A hair of tolerance, or 0.3 / 3 would ask for the step after 0.1.
      let choice = [1, 2, 5].first { Double($0) >= ratio * (1 - 1e-9) }
      (digit, exponent) = choice.map { ($0, power) } ?? (1, power + 1)
    }

    /// A whole number of steps; exact, where the product with an inexact fraction would not be.
    func times(_ count: Double) -> Double {
      exponent >= 0 ? count * value : count * Double(digit) / pow(10, Double(-exponent))
    }
  }

  private static func linear(_ low: Double, _ high: Double, _ count: Int, _ isRounded: Bool) -> Ticks {
    guard high - low > max(1e-290, 1e-12 * max(low.magnitude, high.magnitude)), high - low < 1e300 else {
      // One value, or a span that steps cannot divide: room about it, so that it has a place.
      let middle = low.isFinite && low.magnitude < 1e300 ? low : 0
      let room = middle.magnitude < 1e-280 ? 1 : middle.magnitude / 2
      return linear(middle - room, middle + room, count, isRounded)
    }
    let step = Step(span: high - low, count: count)
    let first = (low / step.value + (isRounded ? 1e-9 : -1e-9)).rounded(isRounded ? .down : .up)
    let last = (high / step.value + (isRounded ? -1e-9 : 1e-9)).rounded(isRounded ? .up : .down)
    let values = stride(from: first, through: last, by: 1).map { step.times($0) }
    let range = isRounded ? min(low, step.times(first))...max(high, step.times(last)) : low...high
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    return Ticks(range, values.map { Tick(value: $0, label: NumberText.tick($0, step: step, largest: largest)) })
  }

  private static func logarithmic(_ low: Double, _ high: Double, _ count: Int, _ isRounded: Bool) -> Ticks {
    guard low >= 1e-300, high >= low, high <= 1e300 else { return logarithmic(1, 10, count, isRounded) }
    guard high > low * (1 + 1e-9) else { return logarithmic(low / 2, high * 2, count, isRounded) }
    let (lowPower, highPower) = (log10(low), log10(high))
    let decades = highPower - lowPower
    // A little room at both ends, or round powers of ten where that is not much more.
    let room = isRounded ? 0.04 * decades : 0
    let (lowEnd, highEnd) = (max(lowPower - room, -300), min(highPower + room, 300))
    let range = pow(10, lowEnd)...pow(10, highEnd)
    if decades < 0.7 {
      // Powers of ten are too far apart: round numbers do.
      let even = linear(range.lowerBound, range.upperBound, count, false)
      return Ticks(range, even.ticks.filter { $0.value > 0 })
    }
    // As many marks in a decade as there is room for.
    let (room3, room2) = (3 * decades <= Double(count + 2), 2 * decades <= Double(count + 1))
    let digits = room3 ? [1, 2, 5] : room2 ? [1, 3] : [1]
    let (first, last) = (Int(lowEnd.rounded(.down)), Int(highEnd.rounded(.up)))
    let stride = max(1, (Int(decades.rounded(.up)) + count - 1) / count)
    var ticks: [Tick] = []
    for power in first...last where power % stride == 0 {
      for digit in digits {
        let value = power >= 0 ? Double(digit) * pow(10, Double(power)) : Double(digit) / pow(10, Double(-power))
        guard value >= range.lowerBound * (1 - 1e-9), value <= range.upperBound * (1 + 1e-9) else { continue }
        ticks.append(Tick(value: value, label: NumberText.power(digit, power)))
      }
    }
    return Ticks(range, ticks)
  }
}
