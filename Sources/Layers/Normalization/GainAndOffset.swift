/// x times a gain plus an offset, whichever there are, on the shape given to both.
func affine<S: Scalar>(_ x: Variable<S>, gain: Parameter?, offset: Parameter?, shape: Shape? = nil) -> Variable<S> {
  func placed(_ parameter: Parameter) -> Variable<S> {
    let variable = x.tape[parameter]
    return shape.map { variable.reshaped(to: $0) } ?? variable
  }
  var result = x
  if let gain { result = result * placed(gain) }
  if let offset { result = result + placed(offset) }
  return result
}
