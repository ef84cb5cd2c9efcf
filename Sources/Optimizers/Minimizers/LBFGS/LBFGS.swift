/// Limited-memory BFGS: Newton steps with an inverse Hessian made of the last m steps, as PyTorch defines it.
///
/// d = −H g, with H from the pairs (s, y) of the last steps (see `Search` for how far to go); at first d = −g. A pair is kept
/// if y·s is above `minimumCurvature`. The method wants the exact objective: whole batches, no dropout that changes between
/// steps. As an `Optimizer` each step is one iteration, with the objective evaluated through the gradient's evaluator; as a
/// `Minimizer` it runs to convergence. For dual parameters step lengths are those of the primals, without derivatives.
/// Nocedal 1980 (doi:10.1090/S0025-5718-1980-0572855-7); Liu and Nocedal 1989 (doi:10.1007/BF01589116).
public struct LBFGS: Sendable {
  /// The first step length that a search tries, and the only one without a search.
  public var learningRate: Double
  /// m, the number of steps remembered.
  public var historySize: Int
  /// How the step length is found.
  public var lineSearch: Search
  /// How the first step, for which nothing is known about curvature, is kept short.
  public var firstStep: FirstStep
  /// An iteration where no entry of the gradient is larger does nothing.
  public var gradientTolerance: Double
  /// An iteration where the directional derivative is not below minus this does nothing.
  public var slopeTolerance: Double
  /// Pairs with y·s at most this are left out.
  public var minimumCurvature: Double

  /// How far to go along the direction.
  public enum Search: String, CaseIterable, Sendable {
    /// `StrongWolfe`: cubic interpolation, as PyTorch.
    case strongWolfe
    /// `Zoom`: doubling, then cubic and quadratic interpolation, as optax.
    case zoom
    /// `Backtracking`: shorter until it is low enough.
    case backtracking
    /// No search: the learning rate is the step length, and no evaluator is needed.
    case none
  }

  /// The first step is along −g; how long a search's first trial is.
  public enum FirstStep: String, CaseIterable, Sendable {
    /// Step length min(1, 1/‖g‖₁) η along −g, as PyTorch.
    case sumOfMagnitudes
    /// Step length η along −min(1, 1/‖g‖₂) g, as optax.
    case euclideanNorm
  }

  /// The method with η = 1, m = 10 (optax's and SciPy's; PyTorch has 100), the strong Wolfe search, and PyTorch's tolerances.
  public init(
    learningRate: Double = 1, historySize: Int = 10, lineSearch: Search = .strongWolfe,
    firstStep: FirstStep = .sumOfMagnitudes, gradientTolerance: Double = 1e-7, slopeTolerance: Double = 1e-9,
    minimumCurvature: Double = 1e-10
  ) {
    require(historySize > 0, "L-BFGS remembers at least one step, not \(historySize)")
    self.learningRate = learningRate
    self.historySize = historySize
    self.lineSearch = lineSearch
    self.firstStep = firstStep
    self.gradientTolerance = gradientTolerance
    self.slopeTolerance = slopeTolerance
    self.minimumCurvature = minimumCurvature
  }

  /// The direction from a point, with the step length to try first; the last step's pair is remembered on the way.
  func direction<Wide>(
    at gradient: Tensor<Wide>, _ memory: inout LBFGSMemory<Wide>
  ) -> (direction: Tensor<Wide>, step: Double) {
    guard let last = memory.last else {
      memory.history.reset()
      switch firstStep {
      case .sumOfMagnitudes: return (-gradient, min(1, 1 / gradient.sumOfMagnitudes) * learningRate)
      case .euclideanNorm:
        let norm = gradient.dot(gradient).squareRoot()
        return (gradient.scaled(by: norm > 1 ? -1 / norm : -1), learningRate)
      }
    }
    memory.history.add(
      last.direction.scaled(by: last.step), gradient - last.gradient, threshold: minimumCurvature, capacity: historySize
    )
    return (memory.history.product(with: -gradient), learningRate)
  }

  /// Where the search ends along a direction, nil where there is no search.
  func search<S: Scalar>(
    _ objective: inout CountedObjective<S>, from iterate: Iterate<S.Accumulator>,
    along direction: Tensor<S.Accumulator>,
    step: Double
  ) -> RayPoint<S.Accumulator>? {
    func run(_ search: some LineSearch) -> RayPoint<S.Accumulator> {
      objective.search(search, from: iterate, along: direction, firstStep: step).point
    }
    switch lineSearch {
    case .strongWolfe: return run(StrongWolfe())
    case .zoom: return run(Zoom())
    case .backtracking: return run(Backtracking())
    case .none: return nil
    }
  }
}
