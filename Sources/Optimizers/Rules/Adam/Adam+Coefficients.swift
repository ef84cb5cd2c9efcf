extension Adam {
  /// What is the same for all elements of a step, here and in the variants of Adam.
  public struct Coefficients: Sendable {
    @usableFromInline let decay: DecayFactors
    /// What m is multiplied by.
    @usableFromInline let meanSize: Double
    /// What g is multiplied by, for Nesterov's momentum.
    @usableFromInline var gradientSize: Double?
    @usableFromInline var epsilon: Double
    @usableFromInline var epsilonRoot: Double?
    /// What v is multiplied by before its maximum is taken, nil where none is.
    @usableFromInline var maximumScale: Double?

    /// What is divided by the root: the learning rate is in it.
    @inlinable @inline(__always)
    func numerator<V: Lane>(_ mean: V, _ g: V) -> V {
      let step = meanSize * mean
      guard let gradientSize else { return step }
      return step + gradientSize * g
    }

    /// The root of the mean square in slot 1, or of the largest so far, which is kept in slot 2.
    @inlinable @inline(__always)
    func denominator<V: Lane>(_ s: inout Slots<V>) -> V {
      var square = s[1]
      if let maximumScale {
        s[2] = V.maximum(s[2], maximumScale * s[1])
        square = s[2]
      }
      if let epsilonRoot { square += V(epsilonRoot) }
      return square.magnitudeRoot() + epsilon
    }
  }

  public func coefficients(at step: Step) -> Coefficients {
    let sizes = stepSizes(at: step)
    return coefficients(at: step, meanSize: sizes.mean, gradientSize: sizes.gradient)
  }

  /// What m and g are multiplied by, for a step η m̂.
  func stepSizes(at step: Step) -> (mean: Double, gradient: Double) {
    func correction(_ step: Step) -> Double { correctsMean ? step.correction(beta1) : 1 }
    guard nesterov else { return (learningRate / correction(step), 0) }
    let next = Step(number: step.number + 1)
    return (learningRate * beta1 / correction(next), learningRate * (1 - beta1) / correction(step))
  }

  /// The coefficients of a step along `meanSize` m + `gradientSize` g, over √(v̂ + ε₀) + ε.
  ///
  /// √(v̂ + ε₀) + ε = (√(v + ε₀ c²) + ε c)/c with c = √(1 − β₂ᵗ), and the last division is multiplied out of the
  /// elements' quotient: one division less for each.
  func coefficients(at step: Step, meanSize: Double, gradientSize: Double = 0) -> Coefficients {
    let square = correctsMeanSquare ? step.correction(beta2) : 1
    let factor = amsgrad == .corrected ? 1 : square
    let root = factor.squareRoot()
    return Coefficients(
      decay: DecayFactors(decay, weightDecay: weightDecay, learningRate: learningRate), meanSize: meanSize * root,
      gradientSize: gradientSize == 0 ? nil : gradientSize * root, epsilon: epsilon * root,
      epsilonRoot: epsilonRoot == 0 ? nil : epsilonRoot * factor,
      maximumScale: amsgrad == .none ? nil : factor / square)
  }
}
