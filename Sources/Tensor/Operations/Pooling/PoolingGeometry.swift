/// Which inputs each output of a pooling sees: a window that slides, or as many windows as outputs are wanted.
public struct PoolingGeometry: Hashable, Sendable {
  private enum Form: Hashable, Sendable {
    case sliding(WindowGeometry, roundsUp: Bool, countsPadding: Bool)
    case adaptive(SIMD4<Int>)
  }

  private let form: Form
  let rank: Int

  /// A window that slides; padding is at most half of it, so that none lies outside the input.
  ///
  /// `roundsUp` lets a last window reach beyond the end (PyTorch's ceil mode). A mean divides by the size of the window,
  /// or, unless `countsPadding`, by the number of inputs in it.
  public static func sliding(_ window: WindowGeometry, roundsUp: Bool = false, countsPadding: Bool = true) -> Self {
    for axis in 0..<4 {
      require(
        2 * window.paddingBefore[axis] <= window.kernel[axis],
        "the padding of a pooling is at most half of its window, not \(window.paddingBefore) of \(window.kernel)")
    }
    return Self(
      form: .sliding(window, roundsUp: roundsUp, countsPadding: countsPadding), rank: window.rank)
  }

  /// Windows that divide each axis into so many parts as evenly as may be; they overlap where they must.
  public static func adaptive(rank: Int, outputs: SpatialSizes) -> Self {
    Self(form: .adaptive(outputs.resolved(rank: rank, filler: 1, atLeast: 1, "an output size")), rank: rank)
  }
}

extension PoolingGeometry: AxisWindows {
  var steps: SIMD4<Int> {
    if case .sliding(let window, _, _) = form { window.dilation } else { SIMD4(repeating: 1) }
  }

  func outputSizes(for input: SIMD4<Int>) -> SIMD4<Int> {
    switch form {
    case .sliding(let window, let roundsUp, _): window.outputSizes(for: input, roundsUp: roundsUp)
    case .adaptive(let sizes): sizes
    }
  }

  func window(axis: Int, output: Int, inputs: Int, outputs: Int) -> AxisWindow {
    switch form {
    case .adaptive:
      let first = output * inputs / outputs
      let count = ((output + 1) * inputs + outputs - 1) / outputs - first
      return AxisWindow(first: first, count: count, size: count)
    case .sliding(let window, _, let countsPadding):
      let (kernel, dilation) = (window.kernel[axis], window.dilation[axis])
      let start = output * window.stride[axis] - window.paddingBefore[axis]
      let skipped = start < 0 ? (dilation - 1 - start) / dilation : 0
      let first = start + skipped * dilation
      let count = max(0, min(kernel - skipped, (inputs - 1 - first + dilation) / dilation))
      // What lies beyond the padding, in the last window of a rounded-up axis, never counts.
      let padded = min(kernel, (inputs + window.paddingAfter[axis] - 1 - start) / dilation + 1)
      return AxisWindow(first: first, count: count, size: countsPadding ? padded : count)
    }
  }
}

extension AxisWindow {
  /// A window whose weights make the mean of `size` inputs.
  fileprivate init(first: Int, count: Int, size: Int) {
    self.init(first: first, count: count, firstWeight: 1 / Double(max(1, size)), otherWeight: 1 / Double(max(1, size)))
  }
}
