import Foundation
import Testing

@testable import GlissadeReport

@Suite("Colors of series")
struct SeriesStyleTests {
  private typealias RGB = SIMD3<Double>

  private func rgb(_ hex: String) -> RGB {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    return RGB(Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255)) / 255
  }

  private func linear(_ color: RGB) -> RGB {
    var result = color
    for i in 0..<3 { result[i] = color[i] <= 0.04045 ? color[i] / 12.92 : pow((color[i] + 0.055) / 1.055, 2.4) }
    return result
  }

  private func contrast(_ first: RGB, _ second: RGB) -> Double {
    let luminances = [first, second].map { (linear($0) * RGB(0.2126, 0.7152, 0.0722)).sum() }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  /// The difference of two colors in CIELAB (1976), for linear colors.
  private func difference(_ first: RGB, _ second: RGB) -> Double {
    func lab(_ c: RGB) -> RGB {
      let xyz = RGB(
        (c * RGB(0.4124, 0.3576, 0.1805)).sum() / 0.9505, (c * RGB(0.2126, 0.7152, 0.0722)).sum(),
        (c * RGB(0.0193, 0.1192, 0.9505)).sum() / 1.089)
      var f = xyz
      for i in 0..<3 { f[i] = xyz[i] > 0.008856 ? cbrt(xyz[i]) : 7.787 * xyz[i] + 16 / 116 }
      return RGB(116 * f.y - 16, 500 * (f.x - f.y), 200 * (f.y - f.z))
    }
    let d = lab(first) - lab(second)
    return (d * d).sum().squareRoot()
  }

  /// Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia; and eyes that see all.
  private let eyes: [[RGB]] = [
    [RGB(1, 0, 0), RGB(0, 1, 0), RGB(0, 0, 1)],
    [RGB(0.152286, 1.052583, -0.204868), RGB(0.114503, 0.786281, 0.099216), RGB(-0.003882, -0.048116, 1.051998)],
    [RGB(0.367322, 0.860646, -0.227968), RGB(0.280085, 0.672501, 0.047413), RGB(-0.011820, 0.042940, 0.968881)],
    [RGB(1.255528, -0.076749, -0.178779), RGB(-0.078411, 0.930809, 0.147602), RGB(0.004733, 0.691367, 0.303900)],
  ]

  private func seen(_ color: RGB, by eye: [RGB]) -> RGB {
    let c = linear(color)
    return RGB((eye[0] * c).sum(), (eye[1] * c).sum(), (eye[2] * c).sum()).clamped(
      lowerBound: RGB(), upperBound: RGB(1, 1, 1))
  }

  @Test("Every color stands out from its ground")
  func contrast() {
    for color in SeriesStyle.colors {
      #expect(contrast(rgb(color.light), rgb("#ffffff")) >= 3, "\(color.light)")
      #expect(contrast(rgb(color.dark), rgb("#0f1216")) >= 3, "\(color.dark)")
    }
  }

  @Test(
    "Colors are told apart by all kinds of eyes, those of one dash easily",
    arguments: [\SeriesStyle.Color.light, \.dark])
  func differences(_ ground: KeyPath<SeriesStyle.Color, String> & Sendable) {
    for first in SeriesStyle.colors.indices {
      for second in SeriesStyle.colors.indices
      where second > first {
        for eye in eyes {
          let colors = [first, second].map { seen(rgb(SeriesStyle.colors[$0][keyPath: ground]), by: eye) }
          let distance = difference(colors[0], colors[1])
          let isOfOneDash = SeriesStyle.dash(first) == SeriesStyle.dash(second)
          #expect(distance >= (isOfOneDash ? 25 : 13), "\(first) and \(second): \(distance)")
        }
      }
    }
  }

  @Test("No two of the first sixteen styles are the same in color, dash and marker")
  func distinct() {
    let looks = (0..<16).map { [SeriesStyle.color($0), SeriesStyle.dash($0), SeriesStyle.marker($0)] }
    #expect(Set(looks).count == looks.count)
  }
}
