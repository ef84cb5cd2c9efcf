/// The inputs that one output sees along an axis: `count` of them from `first` on, as far apart as the table says.
struct AxisWindow: BitwiseCopyable {
  var first: Int
  var count: Int
  /// What the first input is multiplied by where windows are summed.
  var firstWeight = 1.0
  /// What the others are multiplied by.
  var otherWeight = 1.0
}

/// Which inputs each output sees along each axis, where these are a product of runs.
protocol AxisWindows: Sendable {
  /// The number of spatial axes.
  var rank: Int { get }
  /// From one input of a window to the next.
  var steps: SIMD4<Int> { get }
  /// The sizes of the result.
  func outputSizes(for input: SIMD4<Int>) -> SIMD4<Int>
  /// The window of an output along an axis, of so many inputs and outputs.
  func window(axis: Int, output: Int, inputs: Int, outputs: Int) -> AxisWindow
}

extension AxisWindows {
  var steps: SIMD4<Int> { SIMD4(repeating: 1) }

  /// The shape of the result for one of an argument; traps unless there are as many spatial axes.
  func outputShape(for input: Shape, _ operation: String) -> Shape {
    require(
      input.rank == rank + 2, "\(operation) over \(rank) axes takes inputs of rank \(rank + 2), not of shape \(input)")
    return input.replacing(spatialSizes: outputSizes(for: input.spatialSizes))
  }
}
