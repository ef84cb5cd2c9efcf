/// A window on an input of given sizes: which inputs an element of the window, a tap, meets at which outputs.
///
/// Output rows are the runs along the last axis, numbered through all others.
struct SlidingWindow: Sendable {
  let geometry: WindowGeometry
  let input: SIMD4<Int>
  let output: SIMD4<Int>

  init(_ geometry: WindowGeometry, input: SIMD4<Int>, output: SIMD4<Int>) {
    self.geometry = geometry
    self.input = input
    self.output = output
  }

  /// The number of output rows.
  var rowCount: Int { output.x * output.y * output.z }

  /// The window over the outputs whose outputs are the inputs, if there is one: see `WindowGeometry.reversed`.
  var reversed: SlidingWindow? {
    guard let geometry = geometry.reversed,
      output &+ geometry.paddingBefore &+ geometry.paddingAfter == input &+ geometry.dilation &* (geometry.kernel &- 1)
    else { return nil }
    return SlidingWindow(geometry, input: output, output: input)
  }

  /// Calls `body` for each of the given output rows with its place among them, the outputs at which the tap lies within
  /// the input (none, if the row lies outside), and the input that output 0 would meet.
  @inline(__always)
  func forEachRow(_ rows: Range<Int>, ofTap tap: Int, _ body: (_ row: Int, _ outputs: Range<Int>, _ start: Int) -> Void)
  {
    let kernel = geometry.kernel
    let position = SIMD4(
      tap / (kernel.w * kernel.z * kernel.y), tap / (kernel.w * kernel.z) % kernel.y, tap / kernel.w % kernel.z,
      tap % kernel.w)
    let shift = position &* geometry.dilation &- geometry.paddingBefore
    let columns = outputs(inside: 3, shift: shift.w)
    for row in rows {
      let place = SIMD4(row / (output.z * output.y), row / output.z % output.y, row % output.z, 0)
      let source = place &* geometry.stride &+ shift
      let isInside =
        source.x >= 0 && source.x < input.x && source.y >= 0 && source.y < input.y && source.z >= 0
        && source.z < input.z
      let start = ((source.x * input.y + source.y) * input.z + source.z) * input.w + shift.w
      body(row - rows.lowerBound, isInside ? columns : 0..<0, start)
    }
  }

  /// The outputs along an axis whose input, o · stride + shift, exists.
  private func outputs(inside axis: Int, shift: Int) -> Range<Int> {
    let stride = geometry.stride[axis]
    let lower = shift >= 0 ? 0 : (stride - 1 - shift) / stride
    let room = input[axis] - 1 - shift
    let upper = room < 0 ? 0 : min(output[axis], room / stride + 1)
    return lower < upper ? lower..<upper : 0..<0
  }
}
