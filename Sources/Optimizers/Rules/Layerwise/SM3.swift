/// SM3: AdaGrad whose sums of squares are kept for each slice of a tensor instead of each element.
///
/// A tensor has an accumulator μ for each axis, with a number for each slice: ν = g² + minᵢ μᵢ, where an element takes part in
/// one slice along each axis i; μᵢ ← the largest ν of each slice; m ← β m + (1 − β) g/√(ν + ε); w ← w − η m.
/// Anil, Gupta, Koren, Singer 2019 (arXiv:1901.11150), as optax defines it: with ε where the paper has 0/0 = 0.
public struct SM3: TensorwiseOptimizer {
  /// η, the size of a step.
  public var learningRate: Double
  /// β, the weight of the past in the average of steps.
  public var momentum: Double
  /// ε, added below the root.
  public var epsilon: Double

  /// The method with optax's defaults β = 0.9, ε = 1e-8, and the paper's η = 0.1.
  public init(learningRate: Double = 0.1, momentum: Double = 0.9, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.epsilon = epsilon
  }

  public func slots(of segment: ParameterLayout.Segment) -> [Slot] {
    ["mean"] + sliceShapes(segment.shape).enumerated().map { Slot("largest.\($0.offset)", shape: $0.element) }
  }

  public func update<A: Scalar>(
    _ weights: inout Tensor<A>, along gradient: Tensor<A>, slots: inout [Tensor<A>],
    of segment: ParameterLayout.Segment, at step: Step
  ) where A.Accumulator == A {
    let least = slots.dropFirst(2).reduce(slots[1]) { Tensor.minimum($0, $1) }
    let bound = gradient * gradient + least
    let shapes = sliceShapes(weights.shape)
    for (axis, shape) in shapes.enumerated() {
      // Of a vector each element is a slice of its own.
      slots[axis + 1] =
        shape == bound.shape ? bound : bound.unfolded(axis).reducedRows(.maximum).reshaped(to: shape)
    }
    slots[0].combine(A(1 - momentum), gradient / sqrt(bound + epsilon), A(momentum))
    weights.combine(A(-learningRate), slots[0])
  }

  /// For each axis, the shape that broadcasts a number for each slice along it; a single number is one slice.
  private func sliceShapes(_ shape: Shape) -> [Shape] {
    if shape.rank == 0 { return [shape] }
    return (0..<shape.rank).map { shape.keepingOnly($0) }
  }
}

extension SM3 {
  /// The rule in the registry.
  public static let entry = OptimizerEntry(
    "sm3", SM3(), summary: "AdaGrad whose sums of squares are kept for each slice of a tensor",
    paper: "Anil, Gupta, Koren, Singer 2019 (arXiv:1901.11150)", laws: [.scaleInvariant, .segmented],
    examples: [[:], ["momentum": "0", "epsilon": "1e-12"]],
    [
      .number("learningRate", \.learningRate, .nonNegative), .number("momentum", \.momentum, .decay),
      .number("epsilon", \.epsilon, .positive),
    ])
}
