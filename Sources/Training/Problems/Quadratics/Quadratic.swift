/// A quadratic bowl about each example: the mean over points x of ½ (θ − x)ᵀ Q (θ − x).
///
/// With one point it is a deterministic convex problem whose minimum is there, of value 0; with many, mini-batches make its
/// gradient noisy while the Hessian Q stays the same. There is one parameter, `theta`.
public struct Quadratic: Objective {
  /// The eigenvalues and eigenvectors of the Hessian.
  public let spectrum: Spectrum
  /// Q
  public let hessian: Tensor<Double>
  /// The slot of θ.
  public let theta: Parameter
  public let layout: ParameterLayout

  /// The objective with a given Hessian; θ begins with every element 1 unless told otherwise.
  public init(_ spectrum: Spectrum, start: any Initializer = .ones) {
    self.spectrum = spectrum
    hessian = spectrum.matrix
    theta = Parameter([spectrum.count], role: .weight, initializer: start)
    layout = ParameterLayout([(name: "theta", parameter: theta)])
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func evaluate<S: Scalar>(_ batch: Batch<UnlabeledExamples>, on tape: Tape<S>) -> Evaluation<S> {
    let points = tape.constant(Tensor<S>(gathering: batch.indices, of: batch.examples.features, pool: tape.pool))
    let difference = tape[theta] - points
    let slope = difference.matrixProduct(tape.constant(hessian.converted(pool: tape.pool)))
    // Summed by example first: the sum over a batch would overflow in Float16.
    return Evaluation(loss: 0.5 * (difference * slope).sum(axis: 1).mean())
  }
}
