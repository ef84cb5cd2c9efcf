/// A step of Adam without options: what is the same for all elements (Kingma, Ba 2015, arXiv:1412.6980).
///
/// With g ← scale · g + a w and w ← k w: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − size · m / (√v + ε).
@frozen public struct AdamStep: Sendable {
  /// What the gradient is multiplied by.
  public var scale: Double
  /// a, how much of the weight is added to the gradient.
  public var addedWeight: Double
  /// k, what is kept of the weight.
  public var keptWeight: Double
  /// β₁
  public var beta1: Double
  /// β₂
  public var beta2: Double
  /// What m is multiplied by, with corrections and learning rate.
  public var meanSize: Double
  /// ε, with its correction.
  public var epsilon: Double

  /// A step of the given numbers.
  @_alwaysEmitIntoClient @inline(__always)
  public init(
    scale: Double, addedWeight: Double, keptWeight: Double, beta1: Double, beta2: Double, meanSize: Double,
    epsilon: Double
  ) {
    self.scale = scale
    self.addedWeight = addedWeight
    self.keptWeight = keptWeight
    self.beta1 = beta1
    self.beta2 = beta2
    self.meanSize = meanSize
    self.epsilon = epsilon
  }

  /// Updates an element, or a register of them: weight, gradient, mean and mean square.
  @_alwaysEmitIntoClient @inline(__always)
  public func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ mean: inout V, _ meanSquare: inout V) {
    let gradient = g * scale + addedWeight * w
    w = keptWeight * w
    mean = beta1 * mean + (1 - beta1) * gradient
    meanSquare = beta2 * meanSquare + (1 - beta2) * (gradient * gradient)
    w -= meanSize * mean / (meanSquare.magnitudeRoot() + epsilon)
    (mean, meanSquare) = (mean.withoutSubnormals, meanSquare.withoutSubnormals)
  }
}

extension KernelVector {
  /// A step of Adam on `count` elements.
  @_alwaysEmitIntoClient @inline(__always)
  static func update(
    _ step: AdamStep, _ w: UnsafeMutablePointer<Element>, _ g: UnsafePointer<Element>,
    _ mean: UnsafeMutablePointer<Element>, _ meanSquare: UnsafeMutablePointer<Element>, count: Int
  ) {
    var i = 0
    while i &+ width <= count {
      var (weight, first, second) = (load(w + i), load(mean + i), load(meanSquare + i))
      step(&weight, load(g + i), &first, &second)
      weight.store(w + i)
      first.store(mean + i)
      second.store(meanSquare + i)
      i &+= width
    }
    let rest = count &- i
    if rest > 0 {
      var (weight, first) = (load(w + i, count: rest), load(mean + i, count: rest))
      var second = load(meanSquare + i, count: rest)
      step(&weight, load(g + i, count: rest), &first, &second)
      weight.store(w + i, count: rest)
      first.store(mean + i, count: rest)
      second.store(meanSquare + i, count: rest)
    }
  }
}
