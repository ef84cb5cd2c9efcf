import Foundation
import GlissadeNumerics

/// Arguments at the ends of a type and of its functions.
enum SpecialValues<S: Scalar> {
  static var nans: [S] { [.nan, -.nan, .signalingNaN] }

  /// Next to where results overflow, become subnormal, vanish or saturate, on both sides of zero; and subnormal ones. Between two
  /// powers of two, and where exp goes from one formula to another, and a little further.
  static var edges: [S] {
    let ln2 = Foundation.log(2.0)
    let ends = [S.greatestFiniteMagnitude, S.leastNormalMagnitude, S.leastNonzeroMagnitude].map { log($0.double) }
    let places =
      ends + [ends[2] - ln2, ln2 / 2, 1, 2.0.squareRoot(), 4, 6, 9.02, 17.4, 19.07, 22, 36.8, 69, 669]
      + [1.5, 2.5, 10.5, 99.5, 124.5, 1_000.5].map { $0 * ln2 } + Swift.stride(from: 86.41, to: 86.54, by: 0.0107)
    let (tiny, normal) = (S.leastNonzeroMagnitude, S.leastNormalMagnitude)
    var edges: [S] = [0, tiny, 3 * tiny, normal / 2, normal.nextDown, normal, normal.nextUp, .greatestFiniteMagnitude]
    for place in places {
      let place = S(rounding: place)
      edges += [place, place.nextDown, place.nextUp, place.nextDown.nextDown, place.nextUp.nextUp]
    }
    return edges + edges.map { -$0 }
  }

  /// Arguments with the results that are required of them to the bit.
  static func required(of function: UnaryFunction) -> [(argument: S, result: S)] {
    let most = S.greatestFiniteMagnitude
    let tiny = S.leastNonzeroMagnitude
    let normal = S.leastNormalMagnitude
    let infinity = S.infinity
    let minusZero = -S.zero
    switch function {
    case .negate: return odd([(0, minusZero), (tiny, -tiny), (normal, -normal), (most, -most), (infinity, -infinity)])
    case .absolute: return even([(tiny, tiny), (normal, normal), (most, most), (infinity, infinity)])
    case .square: return even([(0, 0), (tiny, 0), (most, infinity), (infinity, infinity)])
    case .squareRoot:
      let roots: [(S, S)] = [(tiny, tiny.squareRoot()), (normal, normal.squareRoot()), (most, most.squareRoot())]
      return odd([(0, 0)]) + roots + [(infinity, infinity), (-tiny, .nan), (-most, .nan), (-infinity, .nan)]
    case .reciprocal:
      return odd([(0, infinity), (tiny, infinity), (normal, 1 / normal), (most, 1 / most), (infinity, 0)])
    case .exp:
      let ends: [(S, S)] = [(most, infinity), (-most, 0), (infinity, infinity), (-infinity, 0)]
      return even([(0, 1), (tiny, 1), (normal, 1)]) + ends
    case .log:
      let wrong: [(S, S)] = [(-tiny, .nan), (-1, .nan), (-most, .nan), (-infinity, .nan)]
      return even([(0, -infinity)]) + wrong + [(1, 0), (infinity, infinity)]
    case .tanh, .erf: return odd([(0, 0), (tiny, tiny), (most, 1), (infinity, 1)])
    case .sigmoid:
      return even([(0, 0.5), (tiny, 0.5), (normal, 0.5)]) + [(most, 1), (-most, 0), (infinity, 1), (-infinity, 0)]
    case .relu:
      return odd([(0, 0)]) + [(tiny, tiny), (-tiny, 0), (most, most), (-most, 0), (infinity, infinity), (-infinity, 0)]
    case .leakyReLU:
      let positive: [(S, S)] = [(tiny, tiny), (normal, normal), (most, most), (infinity, infinity)]
      return odd([(0, 0)]) + positive + [(-tiny, minusZero), (-most, -most / 4), (-infinity, -infinity)]
    case .gelu, .silu:
      // At −∞ they are ∞ times zero.
      return odd([(0, 0)]) + [(most, most), (-most, minusZero), (infinity, infinity), (-infinity, .nan)]
    case .softplus: return [(most, most), (-most, 0), (infinity, infinity), (-infinity, 0)]
    }
  }

  /// The pairs, and those with both signs changed.
  private static func odd(_ pairs: [(S, S)]) -> [(S, S)] { pairs + pairs.map { (-$0.0, -$0.1) } }

  /// The pairs, and those with the argument's sign changed.
  private static func even(_ pairs: [(S, S)]) -> [(S, S)] { pairs + pairs.map { (-$0.0, $0.1) } }
}
