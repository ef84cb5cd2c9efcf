import Foundation
import Testing

@testable import GlissadeReport

@Suite("Ticks")
struct TicksTests {
  @Test("Round numbers on a linear axis, to the ends of a rounded range")
  func linear() {
    let ticks = Ticks(.linear, from: 0.13, to: 0.97, count: 5, isRounded: true)
    #expect(ticks.ticks.map(\.label) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"].map { $0 == "0.0" ? "0" : $0 })
    #expect(ticks.range == 0...1)
    let inner = Ticks(.linear, from: 1, to: 30, count: 6, isRounded: false)
    #expect(inner.ticks.map(\.value) == [5, 10, 15, 20, 25, 30])
    #expect(inner.range == 1...30)
  }

  @Test("Large and small numbers keep short labels")
  func labels() {
    #expect(
      Ticks(.linear, from: 0, to: 20_000, count: 4, isRounded: true).ticks.map(\.label) == [
        "0", "5k", "10k", "15k", "20k",
      ])
    #expect(Ticks(.linear, from: 0, to: 2e-5, count: 2, isRounded: true).ticks.map(\.label) == ["0", "1e−5", "2e−5"])
    #expect(Ticks(.linear, from: -1, to: 1, count: 2, isRounded: true).ticks.map(\.label) == ["−1", "0", "1"])
  }

  @Test("Powers of ten on a logarithmic axis")
  func logarithmic() {
    let ticks = Ticks(.logarithmic, from: 1e-5, to: 10, count: 6, isRounded: true)
    #expect(ticks.ticks.map(\.label) == ["10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1", "10"])
    let few = Ticks(.logarithmic, from: 1e-12, to: 1e12, count: 4, isRounded: true)
    #expect(few.ticks.count <= 5)
    let close = Ticks(.logarithmic, from: 0.2, to: 0.6, count: 4, isRounded: true)
    #expect(close.ticks.map(\.label) == ["0.2", "0.4", "0.6"])
  }

  @Test(
    "Whatever the numbers, the range is a range, the marks are few, in order and within it",
    arguments: [Scale.linear, .logarithmic])
  func anyNumbers(_ scale: Scale) {
    let numbers = [
      0, .leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, .leastNormalMagnitude / 8, 1e-300, 1e-12, 0.1, 0.3, 1,
      1.0.nextUp, 7, 1e15, 1e15 + 1,
      1e300, .greatestFiniteMagnitude,
      .infinity,
    ]
    for low in numbers + numbers.map({ -$0 }) {
      for high in numbers where high >= low {
        for isRounded in [true, false] {
          let ticks = Ticks(scale, from: low, to: high, count: 6, isRounded: isRounded)
          #expect(ticks.range.lowerBound < ticks.range.upperBound, "\(low) \(high)")
          #expect(ticks.ticks.count <= 14, "\(low) \(high): \(ticks.ticks.count)")
          #expect(zip(ticks.ticks, ticks.ticks.dropFirst()).allSatisfy { $0.value <= $1.value }, "\(low) \(high)")
          for tick in ticks.ticks {
            let place = ticks.place(tick.value, scale)
            #expect(place > -1e-6 && place < 1 + 1e-6, "\(low) \(high) \(tick)")
          }
        }
      }
    }
  }

  @Test("A place is the share of the way along the axis")
  func places() {
    let even = Ticks(.linear, from: 10, to: 20, count: 4, isRounded: false)
    #expect(even.place(10, .linear) == 0 && even.place(15, .linear) == 0.5 && even.place(20, .linear) == 1)
    let powers = Ticks(.logarithmic, from: 1, to: 100, count: 4, isRounded: false)
    #expect(abs(powers.place(10, .logarithmic) - 0.5) < 1e-12)
  }
}
