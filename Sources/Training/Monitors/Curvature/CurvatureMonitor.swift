/// The largest eigenvalue of the Hessian of the batch's loss (the sharpness), and its trace.
///
/// Exact Hessian-vector products by dual numbers, in the accumulator's type, at the parameters before the step. The eigenvalue
/// comes from Lanczos's method; the trace is Hutchinson's mean of u·H u over vectors u of random signs (1990,
/// doi:10.1080/03610919008812866), with `hessianTraceError` its standard error. Gradient descent with a rate η is stable while
/// the eigenvalue is below 2/η (Cohen et al. 2021, arXiv:2103.00065).
///
/// A product costs three to four passes; with the defaults, a measurement costs up to 28 of them.
public struct CurvatureMonitor: Monitor {
  public var name: String { "curvature" }
  /// The most products for the eigenvalue (20); it stops sooner when the estimate changes by less than 1e-3.
  public var maximumProducts: Int
  /// The number of vectors for the trace (8).
  public var probeCount: Int

  /// The monitor.
  public init(maximumProducts: Int = 20, probeCount: Int = 8) {
    require(maximumProducts > 0 && probeCount > 0, "curvature takes one or more products, and probes")
    self.maximumProducts = maximumProducts
    self.probeCount = probeCount
  }

  public func measure<Goal: Objective, S: Scalar>(
    _ step: MonitoredStep<Goal, S>, state: inout MonitorState<S>
  ) -> [Measurement] {
    let point = step.before.converted(to: S.Accumulator.self)
    func product(_ direction: Tensor<S.Accumulator>) -> Tensor<S.Accumulator> {
      step.objective.hessianVectorProduct(at: point, along: ParameterVector(direction, layout: point.layout)).values
    }
    // The same vectors at every step, so that what changes is the Hessian.
    let start = ParameterVector<S.Accumulator>.normal(point.layout, seed: 1)
    let lanczos = SymmetricLanczos(
      from: start.values, maximumProducts: maximumProducts, tolerance: 1e-3, product)
    let traces = (0..<probeCount).map { index in
      let probe = Tensor<S.Accumulator>.signs(count: point.layout.count, sample: index)
      return product(probe).dot(probe).double
    }
    let mean = traces.reduce(0, +) / Double(probeCount)
    let variance = traces.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(probeCount - 1, 1))
    return [
      Measurement("hessianLargestEigenvalue", lanczos.largest), Measurement("hessianTrace", mean),
      Measurement("hessianTraceError", (variance / Double(probeCount)).squareRoot()),
    ]
  }
}
