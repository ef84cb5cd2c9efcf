/// A convolution of images of given sizes as products of matrices: for each image and group, the weight [outputs, inputs ·
/// taps] times the patches [inputs · taps, positions].
///
/// Patches are formed for a block of output rows at a time, so that they stay in cache.
struct ConvolutionPlan {
  let window: SlidingWindow
  let images: Int
  let groups: Int
  /// Input channels of one group.
  let inputs: Int
  /// Output channels of one group.
  let outputs: Int
  /// Output rows of a block.
  private let blockRows: Int

  /// Patches of a block at most, unless a single row has more: a megabyte of Floats.
  private static let blockElements = 1 << 18

  /// The plan for a weight of shape [outputs, inputs / groups, kernel...] on images [images, inputs, sizes...].
  ///
  /// The sizes of the result are those that the window gives, unless they are known.
  init(_ geometry: ConvolutionGeometry, input: Shape, weight: Shape, outputSizes: SIMD4<Int>? = nil) {
    let rank = geometry.window.rank
    require(
      input.rank == rank + 2 && weight.rank == rank + 2,
      "a convolution over \(rank) axes takes inputs and weights of rank \(rank + 2), not shapes \(input) and \(weight)")
    groups = geometry.groups
    require(
      weight.spatialSizes == geometry.window.kernel && weight[1] * groups == input[1] && weight[0] % groups == 0,
      "a convolution with \(groups) groups and a weight of shape \(weight) does not fit inputs of shape \(input)")
    let sizes = input.spatialSizes
    window = SlidingWindow(
      geometry.window, input: sizes, output: outputSizes ?? geometry.window.outputSizes(for: sizes))
    images = input[0]
    inputs = weight[1]
    outputs = weight[0] / groups
    let rowElements = max(1, inputs * geometry.window.kernelCount * window.output.w)
    blockRows = max(1, min(window.rowCount, Self.blockElements / rowElements))
  }

  /// The number of products summed for each element of the result.
  var depth: Int { inputs * window.geometry.kernelCount }
  /// The number of elements of one channel of the result.
  var positions: Int { window.output.product }
  /// The elements of one group of one image.
  var inputCount: Int { inputs * window.input.product }
  /// The elements of one group of one image's result.
  var outputCount: Int { outputs * positions }
  /// The elements of one group's weight.
  var weightCount: Int { outputs * depth }
  /// The elements of a block's patches.
  var patchCount: Int { depth * blockRows * window.output.w }
  /// Whether the patches are the image itself.
  var isPointwise: Bool { window.geometry.isPointwise && window.input == window.output }

  /// The output rows of block after block.
  var blocks: some Sequence<Range<Int>> {
    stride(from: 0, to: window.rowCount, by: blockRows).lazy.map { $0..<min($0 + blockRows, window.rowCount) }
  }

  /// The patches of some output rows of a group of an image, formed in `scratch` unless they are the image itself, and
  /// the distance between their rows.
  @inline(__always)
  func patches<S: Scalar>(
    of image: UnsafePointer<S>, rows: Range<Int>, scratch: UnsafeMutablePointer<S>
  ) -> (start: UnsafePointer<S>, stride: Int) {
    if isPointwise { return (image + rows.lowerBound * window.output.w, positions) }
    window.gatherPatches(from: image, channels: inputs, rows: rows, into: scratch)
    return (UnsafePointer(scratch), rows.count * window.output.w)
  }

  /// Calls `body` for numbers below `count`, shared among at most `threads` threads, each with scratch of its own.
  @inline(__always)
  func share<S: Scalar>(
    _ count: Int, threads: Int, pool: StoragePool?, _ body: (Int, UnsafeMutablePointer<S>) -> Void
  ) {
    let parts = min(count, threads)
    var scratch = Tensor<S>(uninitialized: [parts, patchCount], pool: pool)
    scratch.withSharedMutableElements { scratch in
      parallelFor(parts, grain: 1) { range in
        for part in range {
          for index in count * part / parts..<count * (part + 1) / parts { body(index, scratch + part * patchCount) }
        }
      }
    }
    scratch.recycle()
  }
}
