/// The colors and letters of the charts.
enum ChartStyle {
  /// A color for a system or a number of threads, on a light and on a dark ground.
  private struct Pair {
    let light: String
    let dark: String
  }

  // Chosen so that neighbors differ for color-blind eyes too; Glissade is the first.
  private static let pairs = [
    Pair(light: "#2a78d6", dark: "#4a95ee"), Pair(light: "#e0562b", dark: "#e8703f"),
    Pair(light: "#d99200", dark: "#d9a01a"), Pair(light: "#149a6a", dark: "#23b583"),
    Pair(light: "#5a48c0", dark: "#9a8ff0"), Pair(light: "#c83f86", dark: "#e0679f"),
  ]
  private static let others = Pair(light: "#8a8a86", dark: "#8f8f8a")

  /// Systems that have the same color in every chart.
  private static let knownSystems = [Results.ours, "pytorch", "pytorch-compiled", "jax", "numpy"]

  /// The number of a system's color among systems that are shown together.
  static func color(ofSystem system: String, among systems: [String]) -> Int {
    let unknown = systems.filter { !knownSystems.contains($0) }
    let index = knownSystems.firstIndex(of: system) ?? (unknown.firstIndex(of: system) ?? 0) + knownSystems.count
    return min(index, pairs.count)
  }

  /// The number of a color by position; those after the last are gray.
  static func color(at index: Int) -> Int { min(index, pairs.count) }

  static let sheet = """
    text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #20201e }
    .title { font-size: 17px; font-weight: 600 }
    .strong { font-weight: 600 }
    .muted { fill: #63635e }
    .ground { fill: #ffffff }
    .grid { stroke: #e5e5e0; stroke-width: 1 }
    .axis { stroke: #8f8f89; stroke-width: 1 }
    polyline { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
    polyline.ours { stroke-width: 3 }
    circle { stroke: #ffffff; stroke-width: 1.5 }
    \(colors(\.light))
    @media (prefers-color-scheme: dark) {
    text { fill: #ecece8 }
    .muted { fill: #a9a9a3 }
    .ground { fill: #14161a }
    .grid { stroke: #2c2f35 }
    .axis { stroke: #75787f }
    circle { stroke: #14161a }
    \(colors(\.dark))
    }
    """

  private static func colors(_ ground: KeyPath<Pair, String>) -> String {
    (pairs + [others]).enumerated().map { index, pair in
      let color = pair[keyPath: ground]
      return "polyline.c\(index) { stroke: \(color) } rect.c\(index), circle.c\(index) { fill: \(color) }"
    }
    .joined(separator: "\n")
  }
}
