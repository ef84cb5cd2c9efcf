/// The quadratic model g·z + ½ z·B z of an objective around a point, within bounds.
struct BoundedModel<Wide: Scalar> where Wide.Accumulator == Wide {
  let point: Tensor<Wide>
  let gradient: Tensor<Wide>
  let hessian: LimitedMemoryHessian<Wide>
  let box: Box

  /// The step to the model's minimum, nearly: to the Cauchy point, then by conjugate gradients in the parameters that are
  /// not at a bound there.
  func step() -> Tensor<Wide> { refined(cauchyStep()) }

  /// The step to the model's first local minimum along the projected gradient's path: Byrd, Lu, Nocedal and Zhu 1995,
  /// section 4.
  private func cauchyStep() -> Tensor<Wide> {
    let times = (0..<point.count).map {
      box.longestStep(index: $0, from: point[$0].double, along: -gradient[$0].double)
    }
    var direction = -gradient
    for (index, time) in times.enumerated() where time == 0 { direction[index] = 0 }
    var step = Tensor<Wide>.zeros([point.count])
    var reached = 0.0
    for time in Set(times).sorted() where time > 0 {
      let curvature = direction.dot(hessian.product(with: direction)).double
      let slope = (gradient.dot(direction) + step.dot(hessian.product(with: direction))).double
      guard slope < 0, curvature > 0 else { break }
      let best = -slope / curvature
      if best < time - reached { return step.adding(Wide(best), direction) }
      step.combine(Wide(time - reached), direction)
      reached = time
      for (index, own) in times.enumerated() where own == time { direction[index] = 0 }
    }
    return step
  }

  /// Conjugate gradients from a step, ended where a bound is reached.
  private func refined(_ start: Tensor<Wide>) -> Tensor<Wide> {
    let reached = box.clamped(point + start)
    let isFree = (0..<point.count).map { reached[$0] > Wide(box.lower[$0]) && reached[$0] < Wide(box.upper[$0]) }
    func restricted(_ vector: Tensor<Wide>) -> Tensor<Wide> {
      Tensor([vector.count], vector.elements.enumerated().map { isFree[$0.offset] ? $0.element : 0 })
    }
    var step = start
    var residual = restricted(-(gradient + hessian.product(with: start)))
    var direction = residual
    var square = residual.dot(residual)
    let tolerance = square * Wide(1e-4)
    for _ in 0..<point.count where square > tolerance && square > 0 {
      let image = restricted(hessian.product(with: direction))
      let curvature = direction.dot(image)
      guard curvature > 0 else { break }
      let length = square / curvature
      let longest = Wide(box.longestStep(from: point + step, along: direction))
      if length >= longest { return step.adding(longest, direction) }
      step.combine(length, direction)
      residual.combine(-length, image)
      let next = residual.dot(residual)
      direction.combine(1, residual, next / square)
      square = next
    }
    return step
  }
}
