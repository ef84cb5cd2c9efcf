/// How values between those of a grid are found.
public enum Interpolation: String, Hashable, Sendable, CaseIterable {
  /// The value at the nearest input on the side of the origin.
  case nearest
  /// Linear between the two neighbours along each axis, where outputs and inputs are the middles of cells.
  case linear
  /// Linear between the two neighbours along each axis, where the first and last outputs lie on the first and last
  /// inputs.
  case linearAligningCorners
}

/// The inputs and weights from which each element of a finer or coarser grid is made.
struct Upsampling: AxisWindows {
  /// The size of the result: a number of elements, or a multiple of the argument's.
  enum Target: Sendable {
    case sizes(SpatialSizes)
    case multiple(SpatialSizes)
  }

  let rank: Int
  let target: Target
  let interpolation: Interpolation

  func outputSizes(for input: SIMD4<Int>) -> SIMD4<Int> {
    switch target {
    case .sizes(let sizes): sizes.resolved(rank: rank, filler: 1, atLeast: 1, "an output size")
    case .multiple(let factors): input &* factors.resolved(rank: rank, filler: 1, atLeast: 1, "a factor")
    }
  }

  func window(axis: Int, output: Int, inputs: Int, outputs: Int) -> AxisWindow {
    let place: Double
    switch interpolation {
    case .nearest: return AxisWindow(first: output * inputs / outputs, count: 1)
    case .linear: place = max(0, (Double(output) + 0.5) * Double(inputs) / Double(outputs) - 0.5)
    case .linearAligningCorners: place = outputs == 1 ? 0 : Double(output * (inputs - 1)) / Double(outputs - 1)
    }
    let first = min(Int(place), inputs - 1)
    let fraction = place - Double(first)
    if first == inputs - 1 { return AxisWindow(first: first, count: 1) }
    return AxisWindow(first: first, count: 2, firstWeight: 1 - fraction, otherWeight: fraction)
  }
}
