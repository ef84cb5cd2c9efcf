/// L-BFGS within bounds on the parameters.
///
/// Each iteration minimizes the quadratic model of a limited memory: first along the path of the projected gradient, which says
/// which bounds are active, then over the parameters that are free; a strong Wolfe search follows, no longer than the bounds
/// allow. Byrd, Lu, Nocedal and Zhu 1995 (doi:10.1137/0916069), with their conjugate-gradient form of the second part
/// (section 5.2). The reported gradient is the projected one, P(x − g) − x.
public struct LBFGSB: Minimizer {
  /// The bounds; nil for none.
  public var box: Box?
  /// m, the number of steps remembered.
  public var historySize: Int
  /// How far to go along the direction.
  public var lineSearch: StrongWolfe

  /// The method with SciPy's m = 10, c₁ = 1e-3 and c₂ = 0.9. A start outside the bounds is moved to the nearest point within.
  public init(
    within box: Box? = nil, historySize: Int = 10,
    lineSearch: StrongWolfe = StrongWolfe(conditions: WolfeConditions(decrease: 1e-3), smallestMove: 0)
  ) {
    require(historySize > 0, "L-BFGS-B remembers at least one step, not \(historySize)")
    self.box = box
    self.historySize = historySize
    self.lineSearch = lineSearch
  }

  public func minimize<Problem: Evaluator>(
    _ problem: Problem, from start: ParameterVector<Problem.S>, until stopping: Stopping
  ) -> Minimization<Problem.S> {
    typealias Wide = Problem.S.Accumulator
    let box = box ?? .unbounded(start.layout.count)
    require(
      box.lower.count == start.layout.count,
      "bounds on \(box.lower.count) parameters, of which there are \(start.layout.count)")
    var objective = CountedObjective<Problem.S>(problem, layout: start.layout)
    var memory = LimitedMemory<Wide>()
    var first = objective.iterate(at: box.clamped(start.values.widened()))
    first.largestGradient = box.projectedGradient(first)
    return descend(from: first, layout: start.layout, until: stopping, counting: { objective.counts }) { iterate in
      let model = BoundedModel(
        point: iterate.point, gradient: iterate.gradient, hessian: LimitedMemoryHessian(memory), box: box)
      let direction = box.clamped(iterate.point + model.step()) - iterate.point
      var search = lineSearch
      search.longestStep = box.longestStep(from: iterate.point, along: direction)
      let norm = direction.norm
      let firstStep = memory.pairs.isEmpty && !box.isBounded ? min(1, 1 / norm) : 1
      let isDescent = norm > 0 && iterate.gradient.dot(direction) < 0
      let found =
        isDescent ? objective.search(search, from: iterate, along: direction, firstStep: firstStep).point : nil
      guard let found, found.step > 0, found.value <= iterate.value else {
        defer { memory.reset() }
        return memory.pairs.isEmpty ? .stuck : .stayed
      }
      let point = box.clamped(iterate.point.adding(Wide(found.step), direction))
      let change = found.gradient - iterate.gradient
      memory.add(
        point - iterate.point, change, threshold: Double.ulpOfOne * change.dot(change).double, capacity: historySize)
      var next = Iterate(point: point, value: found.value, gradient: found.gradient)
      next.largestGradient = box.projectedGradient(next)
      return .moved(next)
    }
  }
}

extension Box {
  /// The largest magnitude in P(x − g) − x, which is zero at a minimum within the bounds: of each entry of the gradient, as
  /// much as the bounds leave room for.
  fileprivate func projectedGradient<Wide>(_ iterate: Iterate<Wide>) -> Double {
    let slopes = iterate.gradient.doubles
    guard slopes.allSatisfy(\.isFinite) else { return .nan }
    return zip(iterate.point.doubles, slopes).enumerated().reduce(0) { largest, entry in
      let (x, slope) = entry.element
      let room = slope > 0 ? x - lower[entry.offset] : upper[entry.offset] - x
      return max(largest, min(abs(slope), room))
    }
  }
}
