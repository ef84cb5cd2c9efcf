import GlissadeTensor

/// Values 0, 1, 2, … times a step.
struct Ramp: Initializer {
  var step = 1.0
  func values(shape: Shape, stream: RandomStream) -> [Double] { (0..<shape.count).map { Double($0) * step } }
}

/// Standard normal values.
struct Noise: Initializer {
  func values(shape: Shape, stream: RandomStream) -> [Double] { (0..<shape.count).map { stream.normal(at: $0) } }
}

/// Two slots on one layout: a weight [3, 2] and a bias [3].
struct TwoSlots {
  let weight = Parameter([3, 2], role: .weight, initializer: Ramp())
  let bias = Parameter([3], role: .bias, initializer: Ramp(step: 10))
  var layout: ParameterLayout { ParameterLayout([("weight", weight), ("bias", bias)]) }
}
