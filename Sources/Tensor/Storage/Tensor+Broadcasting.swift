/// How two operands of an elementwise operation walk through its result: an inner run that one kernel call covers, and
/// the outer positions at which runs start.
private struct BroadcastPlan {
  var runLength = 1
  var strideA = 1
  var strideB = 1
  var outer: Shape = .scalar
  var outerStridesA = SIMD8<Int>(repeating: 0)
  var outerStridesB = SIMD8<Int>(repeating: 0)

  init(result: Shape, a: Shape, b: Shape) {
    let stridesA = a.strides(broadcastTo: result)
    let stridesB = b.strides(broadcastTo: result)
    var axis = result.rank - 1
    while axis >= 0 {
      let size = result[axis]
      if size != 1 {
        if runLength == 1 {
          strideA = min(stridesA[axis], 1)
          strideB = min(stridesB[axis], 1)
        } else if stridesA[axis] != strideA * runLength || stridesB[axis] != strideB * runLength {
          break
        }
        runLength *= size
      }
      axis -= 1
    }
    if axis >= 0 {
      outer = Shape((0...axis).map { result[$0] })
      outerStridesA = stridesA
      outerStridesB = stridesB
    }
  }

  /// Calls `body` with the offsets of the result, a and b of each run.
  func forEachRun(_ body: (Int, Int, Int) -> Void) {
    var position = SIMD8<Int>(repeating: 0)
    for run in 0..<outer.count {
      body(run * runLength, (position &* outerStridesA).wrappedSum(), (position &* outerStridesB).wrappedSum())
      var axis = outer.rank - 1
      while axis >= 0 {
        position[axis] += 1
        if position[axis] < outer[axis] { break }
        position[axis] = 0
        axis -= 1
      }
    }
  }
}

extension Tensor {
  /// f of the elements of two tensors, which broadcast to a common shape.
  public static func apply(
    _ function: BinaryFunction, _ a: Tensor, _ b: Tensor, pool: StoragePool? = nil
  ) -> Tensor {
    let shape = Shape.broadcast(a.shape, b.shape)
    let result = Tensor(uninitialized: shape, pool: pool ?? a.pool ?? b.pool)
    if shape.count == 0 { return result }
    let plan = BroadcastPlan(result: shape, a: a.shape, b: b.shape)
    a.withElements { a in
      b.withElements { b in
        result.withSharedMutableElements { y in
          plan.forEachRun { offset, offsetA, offsetB in
            S.apply(
              function, a + offsetA, stride: plan.strideA, b + offsetB, stride: plan.strideB, into: y + offset,
              count: plan.runLength)
          }
        }
      }
    }
    return result
  }

  /// The tensor summed over the axes along which `target` was repeated to reach this shape, times a factor:
  /// broadcasting's transpose.
  ///
  /// Sums are kept in the accumulator's type and rounded once.
  public func summed(to target: Shape, scale: Double = 1) -> Tensor {
    if target == shape { return scale == 1 ? self : scaled(by: S.Accumulator(scale)) }
    require(Shape.broadcast(shape, target) == shape, "shape \(target) does not broadcast to \(shape)")
    if target.count == 1 {
      return Tensor(target, repeating: S(accumulator: reduced(.sum) * S.Accumulator(scale)), pool: pool)
    }
    let plan = BroadcastPlan(result: shape, a: shape, b: target)
    let sums = Tensor<S.Accumulator>(target, repeating: 0, pool: pool)
    let run = Tensor<S.Accumulator>(uninitialized: [plan.runLength], pool: pool)
    withElements { x in
      sums.withSharedMutableElements { sums in
        run.withSharedMutableElements { run in
          plan.forEachRun { _, offset, offsetSum in
            if plan.strideB == 0 {
              sums[offsetSum] += S.reduce(.sum, x + offset, x + offset, count: plan.runLength)
            } else {
              S.widen(x + offset, into: run, count: plan.runLength)
              S.Accumulator.combine(1, run, 1, into: sums + offsetSum, count: plan.runLength)
            }
          }
        }
      }
    }
    return (scale == 1 ? sums : sums.scaled(by: S.Accumulator(scale))).narrowed(to: S.self)
  }

  /// The tensor repeated along the axes that `target` has and it lacks, or of which it has size 1.
  public func broadcast(to target: Shape) -> Tensor {
    if target == shape { return self }
    require(Shape.broadcast(shape, target) == target, "shape \(shape) does not broadcast to \(target)")
    // Adding -0 changes nothing, not even a zero's sign.
    return Tensor.apply(.add, self, Tensor(target, repeating: -S.zero, pool: pool))
  }

  /// An accumulator's tensor rounded to the scalar type whose accumulator it is.
  public func narrowed<Target: Scalar>(to type: Target.Type) -> Tensor<Target> where Target.Accumulator == S {
    if let same = self as? Tensor<Target> { return same }
    let result = Tensor<Target>(uninitialized: shape, pool: pool)
    withElements { x in result.withSharedMutableElements { Target.narrow(x, into: $0, count: count) } }
    return result
  }

  /// The elements in the accumulator's type.
  public func widened() -> Tensor<S.Accumulator> {
    if let same = self as? Tensor<S.Accumulator> { return same }
    let result = Tensor<S.Accumulator>(uninitialized: shape, pool: pool)
    withElements { x in result.withSharedMutableElements { S.widen(x, into: $0, count: count) } }
    return result
  }
}
