import Foundation

/// A line on a terminal that is drawn again and again while something runs; nothing where there is no terminal.
struct ProgressBar {
  /// Whether the standard output is a terminal that can redraw a line.
  static var isPossible: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  private let isShown: Bool
  private let width = 24
  private var lastDrawn = ContinuousClock.now
  private var isDrawn = false

  init(isShown: Bool) { self.isShown = isShown }

  /// Draws the bar at a fraction of its length, at most twenty times a second.
  mutating func draw(fraction: Double, _ text: @autoclosure () -> String) {
    guard isShown, !isDrawn || lastDrawn.duration(to: .now) > .milliseconds(50) else { return }
    lastDrawn = .now
    isDrawn = true
    let filled = Int((min(max(fraction, 0), 1) * Double(width)).rounded())
    let bar = String(repeating: "━", count: filled) + String(repeating: "┄", count: width - filled)
    sayRaw("\r\u{1B}[K\(bar) \(text())")
  }

  /// Takes the bar away, so that a line can be printed in its place.
  mutating func clear() {
    guard isShown, isDrawn else { return }
    isDrawn = false
    sayRaw("\r\u{1B}[K")
  }
}
