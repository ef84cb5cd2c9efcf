/// c ‖w‖/(‖u‖ + ε): by how much a step u is to be multiplied to suit weights w; 1 where either norm is 0.
///
/// Beyond the definitions, 1 also where the norm of the step is so small that the quotient overflows.
public func trustRatio<A: Scalar>(
  weights: A, direction: A, coefficient: Double = 1, epsilon: Double = 0
) -> A where A.Accumulator == A {
  guard weights != 0, direction != 0 else { return 1 }
  let ratio = A(coefficient) * weights / (direction + A(epsilon))
  return ratio.isFinite ? ratio : 1
}
