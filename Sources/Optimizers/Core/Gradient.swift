/// What an optimizer is handed at a step: the gradient, and whom to ask for more.
///
/// A factor on the whole gradient, as clipping wants it, is kept aside and multiplied in where the gradient is read: so a
/// clipped Adam passes over memory once to measure and once to step.
public struct Gradient<S: Scalar> {
  /// The gradient without its factor; the optimizer's to change.
  public var vector: ParameterVector<S>
  /// The factor that is still to be multiplied in.
  public internal(set) var scale: S.Accumulator
  /// Whether there is a factor; not asked of the factor itself, whose derivative may matter where it is 1.
  private(set) var isScaled = false
  /// The objective's value where the gradient was taken, if it is known.
  public var loss: Double?
  /// The objective, for methods that need it at other points, or its curvature; not to be kept beyond the update, for it is on
  /// the examples of the step under way.
  public var evaluator: (any Evaluator<S>)?

  /// A gradient as it was computed.
  public init(_ vector: ParameterVector<S>, loss: Double? = nil, evaluator: (any Evaluator<S>)? = nil) {
    self.vector = vector
    scale = 1
    self.loss = loss
    self.evaluator = evaluator
  }

  /// Where each parameter lies.
  public var layout: ParameterLayout { vector.layout }

  /// Multiplies the whole gradient, without touching memory.
  public mutating func multiply(by factor: S.Accumulator) {
    scale *= factor
    isScaled = true
  }

  /// The gradient of one segment in the accumulator's type, its factor multiplied in.
  public subscript(index: Int) -> Tensor<S.Accumulator> { widened(vector[index]) }

  /// The whole gradient in the accumulator's type, its factor multiplied in.
  public var values: Tensor<S.Accumulator> { widened(vector.values) }

  /// Whether no element is infinite or NaN.
  public var isFinite: Bool { vector.isFinite && scale.isFinite }

  /// The Euclidean norm over all parameters.
  public var euclideanNorm: S.Accumulator { vector.euclideanNorm * scale.magnitude }

  /// Multiplies the factor in, for methods that read `vector` alone.
  public mutating func applyScale() {
    guard isScaled else { return }
    vector.scale(by: scale)
    resetScale()
  }

  @usableFromInline mutating func resetScale() {
    scale = 1
    isScaled = false
  }

  /// Puts another gradient in the place of this one.
  public mutating func replace(with values: Tensor<S.Accumulator>) {
    vector.values = values.narrowed(to: S.self)
    resetScale()
  }

  /// Begins another step, whose gradient has been written to `vector`.
  public mutating func begin(loss: Double?, evaluator: (any Evaluator<S>)?) {
    resetScale()
    self.loss = loss
    self.evaluator = evaluator
  }

  private func widened(_ tensor: Tensor<S>) -> Tensor<S.Accumulator> {
    isScaled ? tensor.widened().scaled(by: scale) : tensor.widened()
  }
}
