/// What lies beyond the edges of an image.
public enum BorderMode: String, Hashable, Sendable, CaseIterable {
  /// Zeros.
  case zeros
  /// The image mirrored at its outermost elements, which are not repeated.
  case reflect
  /// The outermost elements, repeated.
  case replicate
  /// The image again, from the other side.
  case circular
}

/// An image with a border of the widths that a window is padded by.
struct Border: AxisWindows {
  let padding: WindowGeometry
  let mode: BorderMode

  var rank: Int { padding.rank }

  func outputSizes(for input: SIMD4<Int>) -> SIMD4<Int> {
    let widest = pointwiseMax(padding.paddingBefore, padding.paddingAfter)
    for axis in 0..<4 where mode == .reflect || mode == .circular {
      require(
        widest[axis] < input[axis] + (mode == .circular ? 1 : 0),
        "a border of \(widest) by mode \(mode) is too wide for an image of sizes \(input)")
    }
    return input &+ padding.paddingBefore &+ padding.paddingAfter
  }

  func window(axis: Int, output: Int, inputs: Int, outputs: Int) -> AxisWindow {
    let place = output - padding.paddingBefore[axis]
    let last = inputs - 1
    let isInside = place >= 0 && place <= last
    switch mode {
    case .zeros: return AxisWindow(first: place, count: isInside ? 1 : 0)
    case .reflect: return AxisWindow(first: place < 0 ? -place : min(place, 2 * last - place), count: 1)
    case .replicate: return AxisWindow(first: min(max(place, 0), last), count: 1)
    case .circular: return AxisWindow(first: (place + inputs) % inputs, count: 1)
    }
  }
}
