/// A window that slides over up to four spatial axes: its size, stride, dilation and padding along each.
///
/// Output o sees the inputs o · stride + k · dilation − padding for k in 0..<kernel. Vectors hold the axes in their last
/// places and ones (of padding, zeros) before them.
public struct WindowGeometry: Hashable, Sendable {
  /// The number of spatial axes, from 1 to 4.
  public let rank: Int
  let kernel: SIMD4<Int>
  let stride: SIMD4<Int>
  let dilation: SIMD4<Int>
  private(set) var paddingBefore: SIMD4<Int>
  private(set) var paddingAfter: SIMD4<Int>

  /// A window over the given number of axes; padding that keeps sizes needs stride 1.
  public init(
    rank: Int, kernel: SpatialSizes, stride: SpatialSizes = 1, padding: Padding = 0, dilation: SpatialSizes = 1
  ) {
    require((1...4).contains(rank), "a window has 1 to 4 spatial axes, not \(rank)")
    self.rank = rank
    self.kernel = kernel.resolved(rank: rank, filler: 1, atLeast: 1, "a kernel's size")
    self.stride = stride.resolved(rank: rank, filler: 1, atLeast: 1, "a stride")
    self.dilation = dilation.resolved(rank: rank, filler: 1, atLeast: 1, "a dilation")
    switch padding {
    case .by(let sizes):
      paddingBefore = sizes.resolved(rank: rank, filler: 0, atLeast: 0, "padding")
      paddingAfter = paddingBefore
    case .same:
      require(self.stride == SIMD4(repeating: 1), "padding that keeps sizes needs stride 1, not \(stride)")
      let total = self.dilation &* (self.kernel &- 1)
      paddingBefore = total / 2
      paddingAfter = total &- paddingBefore
    }
  }

  /// The sizes of the window along its axes.
  public var kernelSizes: [Int] { (4 - rank..<4).map { kernel[$0] } }

  /// The same window without padding.
  public var withoutPadding: WindowGeometry {
    var result = self
    result.paddingBefore = SIMD4(repeating: 0)
    result.paddingAfter = SIMD4(repeating: 0)
    return result
  }

  /// The number of elements in the window.
  var kernelCount: Int { kernel.product }

  /// The window that slides over outputs as this one does over inputs, so that the transpose of a convolution by this
  /// window is a convolution by that one, with its taps in reverse; nil where this one has strides, or more padding than
  /// it covers.
  var reversed: WindowGeometry? {
    var result = self
    result.paddingBefore = extent &- 1 &- paddingBefore
    result.paddingAfter = extent &- 1 &- paddingAfter
    let isPossible =
      stride == SIMD4(repeating: 1) && result.paddingBefore.min() >= 0 && result.paddingAfter.min() >= 0
    return isPossible ? result : nil
  }

  /// What the window covers, in inputs.
  private var extent: SIMD4<Int> { dilation &* (kernel &- 1) &+ 1 }

  /// The number of positions of the window on an input; traps where it does not fit once.
  ///
  /// `roundsUp` adds a last position that begins within the input or the padding before it and ends beyond.
  func outputSizes(for input: SIMD4<Int>, roundsUp: Bool = false) -> SIMD4<Int> {
    let room = input &+ paddingBefore &+ paddingAfter &- extent
    require(
      room.min() >= 0, "a window that covers \(extent) does not fit on inputs of sizes \(input) with their padding")
    guard roundsUp else { return room / stride &+ 1 }
    var result = (room &+ stride &- 1) / stride &+ 1
    for axis in 0..<4 where (result[axis] - 1) * stride[axis] >= input[axis] + paddingBefore[axis] { result[axis] -= 1 }
    return result
  }

  /// The inputs from which the window at `outputs` positions comes, `extra` elements more at the end.
  func inputSizes(for outputs: SIMD4<Int>, extra: SIMD4<Int>) -> SIMD4<Int> {
    (outputs &- 1) &* stride &+ extent &- paddingBefore &- paddingAfter &+ extra
  }
}
