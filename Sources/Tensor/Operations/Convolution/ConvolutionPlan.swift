/// A convolution of images of given sizes as products of matrices: for each image and group, the patches [positions, inputs
/// · taps] times the weight [outputs, inputs · taps] transposed. The product reads patches where they are in the image, so
/// no matrix of them is formed.
struct ConvolutionPlan {
  let window: SlidingWindow
  let images: Int
  let groups: Int
  /// Input channels of one group.
  let inputs: Int
  /// Output channels of one group.
  let outputs: Int

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
  }

  private init(transposing plan: ConvolutionPlan, by window: SlidingWindow) {
    self.window = window
    images = plan.images
    groups = plan.groups
    inputs = plan.outputs
    outputs = plan.inputs
  }

  /// The convolution that is the transpose of this one, by a weight with its taps in reverse, if there is one.
  var transposed: ConvolutionPlan? { window.reversed.map { ConvolutionPlan(transposing: self, by: $0) } }

  /// The elements of a window: taps.
  var taps: Int { window.geometry.kernelCount }
  /// The number of products summed for each element of the result.
  var depth: Int { inputs * taps }
  /// The number of elements of one channel of the result.
  var positions: Int { window.output.product }
  /// The elements of one group of one image.
  var inputCount: Int { inputs * window.input.product }
  /// The elements of one group of one image's result.
  var outputCount: Int { outputs * positions }
  /// The elements of one group's weight.
  var weightCount: Int { outputs * depth }

  /// Whether there are too few images for every thread to have one: then threads share each image.
  var sharesImages: Bool { images * groups < ThreadPool.threadCount }

  /// Calls `body` with ranges of numbers below `count`, each of which stands for so many multiply-adds: on several
  /// threads, unless these share each image.
  @inline(__always)
  func share(_ count: Int, work: Int, _ body: (Range<Int>) -> Void) {
    if sharesImages { return body(0..<count) }
    parallelFor(count, grain: max(1, ThreadPool.productGrain / max(1, work)), body)
  }
}
