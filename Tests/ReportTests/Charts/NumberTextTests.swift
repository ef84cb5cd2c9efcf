import Testing

@testable import GlissadeReport

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "Four significant digits",
    arguments: [
      (0.034123, "0.03412"), (97.5, "97.5"), (12_340.4, "12,340"), (1.2345e-5, "1.234e−5"), (0, "0"), (-0.5, "−0.5"),
      (1e6, "1e6"), (999_999.7, "1e6"), (123_456, "123,456"), (0.0001, "0.0001"), (Double.infinity, "∞"),
      (-.infinity, "−∞"),
      (.nan, "–"), (450, "450"), (0.99999, "1"),
    ])
  func short(_ value: Double, _ text: String) { #expect(NumberText.short(value) == text) }

  @Test(
    "Durations",
    arguments: [
      (0.00000123, "1.23\u{a0}µs"), (0.0421, "42.1\u{a0}ms"), (2.345, "2.35\u{a0}s"), (59.94, "59.9\u{a0}s"),
      (185, "3\u{a0}min 05\u{a0}s"),
      (7_830, "2\u{a0}h 10\u{a0}min"), (-1, "–"), (.nan, "–"), (1e300, "–"),
    ])
  func duration(_ seconds: Double, _ text: String) { #expect(NumberText.duration(seconds) == text) }

  @Test("Cells of one column have the same decimals")
  func columns() {
    let cells = [0.02174, 1.5, nil, 12.25].map { $0 as Double? }.cells()
    #expect(cells.map(\.text) == ["0.0217", "1.5000", "–", "12.2500"])
    #expect([450.0, 90].map { $0 as Double? }.cells().map(\.text) == ["450", "90"])
    #expect([1e-9, 1.0].map { $0 as Double? }.cells().map(\.text) == ["1e−9", "1"])
    #expect([Double.infinity, 2].map { $0 as Double? }.cells().map(\.text) == ["∞", "2"])
  }
}
