/// cos x in basic arithmetic, so that dual numbers go through it and every machine gives the same bits; for moderate x.
func cosine<S: Scalar>(_ x: S) -> S {
  let y = withoutTurns(x)
  let square = y * y
  var sum: S = 0
  for n in stride(from: 30, to: 0, by: -2) { sum = (1 + sum) * (-square / S(n * (n - 1))) }
  return 1 + sum
}

/// sin x in basic arithmetic, for moderate x.
func sine<S: Scalar>(_ x: S) -> S {
  let y = withoutTurns(x)
  let square = y * y
  var sum: S = 0
  for n in stride(from: 31, to: 1, by: -2) { sum = (1 + sum) * (-square / S(n * (n - 1))) }
  return y * (1 + sum)
}

/// arctan x for |x| ≤ 1 in basic arithmetic: the angle is halved three times, and its series taken to x²³/23.
func arctangent<S: Scalar>(_ x: S) -> S {
  var y = x
  for _ in 0..<3 { y /= 1 + (1 + y * y).squareRoot() }
  let square = y * y
  var sum: S = 0
  for n in stride(from: 23, to: 0, by: -2) { sum = 1 / S(n) - square * sum }
  return 8 * y * sum
}

/// x less its whole turns, in −π…π.
private func withoutTurns<S: Scalar>(_ x: S) -> S {
  let turn: S = 2 * .pi
  return x - turn * S((x / turn).double.rounded())
}
