extension ParameterVector {
  /// Some of the segments as a vector of their own, in the given order.
  public func part(_ segments: [Int]) -> ParameterVector {
    let named = segments.map { (name: layout.segments[$0].name, parameter: layout.slots[$0]) }
    var result = ParameterVector.zeros(ParameterLayout(named))
    for (position, index) in segments.enumerated() { result.replace(position, with: self[index]) }
    return result
  }

  /// Overwrites some of the segments with a vector of them, as `part` makes it.
  public mutating func replacePart(_ segments: [Int], with part: ParameterVector) {
    for (position, index) in segments.enumerated() { replace(index, with: part[position]) }
  }
}
