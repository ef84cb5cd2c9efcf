import Foundation
import GlissadeNumerics
import Testing

@Suite("Normal distribution") struct StandardNormalTests {
  /// Φ to 17 digits, from 50-digit arithmetic.
  static let probabilities: [(x: Double, probability: Double)] = [
    (-37.5, 4.605353009581955e-308),
    (-20.0, 2.7536241186062337e-89),
    (-8.0, 6.220960574271784e-16),
    (-5.0, 2.866515718791939e-07),
    (-3.0, 0.0013498980316300946),
    (-2.0, 0.02275013194817921),
    (-1.5, 0.06680720126885807),
    (-1.0, 0.15865525393145705),
    (-0.75, 0.2266273523768682),
    (-0.25, 0.4012936743170763),
    (0.0, 0.5),
    (0.5, 0.6914624612740131),
    (0.999, 0.8411026543586817),
    (1.0, 0.8413447460685429),
    (2.0, 0.9772498680518208),
    (4.0, 0.9999683287581669),
  ]

  /// Φ⁻¹ to 17 digits, from 50-digit arithmetic.
  static let quantiles: [(probability: Double, x: Double)] = [
    (1e-300, -37.0470962993612),
    (1e-100, -21.273453560965326),
    (1e-20, -9.262340089798407),
    (1e-10, -6.361340902404057),
    (0.001, -3.0902323061678136),
    (0.025, -1.9599639845400543),
    (0.07, -1.4757910281791706),
    (0.08, -1.4050715603096327),
    (0.25, -0.6744897501960817),
    (0.4, -0.2533471031357997),
    (0.5, 0.0),
    (0.75, 0.6744897501960817),
    (0.93, 1.475791028179171),
    (0.975, 1.9599639845400538),
    (0.999, 3.090232306167813),
  ]

  @Test("Φ in the middle and in both tails") func cumulative() {
    for (x, probability) in Self.probabilities {
      let found = StandardNormal.cumulative(x)
      #expect((found - probability).magnitude <= 3e-15 * probability, "Φ(\(x)) = \(found)")
      #expect((StandardNormal.complement(-x) - probability).magnitude <= 3e-15 * probability)
    }
    #expect(StandardNormal.cumulative(-.infinity) == 0 && StandardNormal.cumulative(.infinity) == 1)
    #expect(StandardNormal.cumulative(.nan).isNaN)
  }

  @Test("Φ against the system's erfc on a grid") func systemComplement() {
    for x in stride(from: -36.0, through: 9, by: 0.0625) {
      let expected = 0.5 * erfc(-x * 0.5.squareRoot())
      // The system's argument is rounded, which costs x²·2⁻⁵³ relative.
      let bound = (2e-15 + x * x * 2.3e-16) * expected
      #expect((StandardNormal.cumulative(x) - expected).magnitude <= bound, "\(x)")
    }
  }

  @Test("The quantile function against reference values, and its ends") func quantile() {
    for (probability, x) in Self.quantiles {
      let found = StandardNormal.quantile(probability)
      #expect((found - x).magnitude <= 2e-15 * (1 + x.magnitude), "Φ⁻¹(\(probability)) = \(found)")
    }
    #expect(StandardNormal.quantile(0) == -.infinity && StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(1.1).isNaN)
    #expect(StandardNormal.quantile(.nan).isNaN)
    #expect((StandardNormal.quantile(.leastNonzeroMagnitude) + 38.467405617144344).magnitude < 1e-12)
  }

  @Test("Φ and Φ⁻¹ undo each other") func inverse() {
    for x in stride(from: -30.0, through: 5, by: 0.37) {
      let tolerance = x <= 0 ? 1e-14 : 1e-15 / StandardNormal.density(x)
      #expect((StandardNormal.quantile(StandardNormal.cumulative(x)) - x).magnitude < tolerance * 2, "\(x)")
    }
  }
}
