extension Tape {
  /// The gradients of a scalar result by some of the variables it was computed from, zero where it does not depend.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func gradient(of result: Variable<S>, by variables: [Variable<S>]) -> [Tensor<S>] {
    pullBack(seed(of: result), from: result, to: variables)
  }

  /// The products of a cotangent with the Jacobians of a result by some of its variables (vector–Jacobian products).
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullBack(_ cotangent: Tensor<S>, from result: Variable<S>, to variables: [Variable<S>]) -> [Tensor<S>] {
    for variable in variables {
      require(
        variable.tape === self && variable.generation == generation,
        "a gradient was asked for by a variable that is not on this tape")
    }
    pullBack(cotangent, from: result, keeping: Set(variables.map(\.node)))
    return variables.map { variable in
      nodes[variable.node].cotangent ?? Tensor.zeros(variable.shape, pool: pool)
    }
  }

  /// Writes the gradient of a scalar result, times a factor, by all parameters into `gradient`, zero where it does not
  /// depend.
  ///
  /// The cotangents of parameters are accumulated in the vector itself, not copied there.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func gradient(
    of result: Variable<S>, scaledBy factor: Double = 1, into gradient: inout ParameterVector<S>
  ) {
    require(gradient.layout == parameters?.layout, "the gradient's layout is not that of the tape's parameters")
    gradient.makeUnique()
    for index in parameterNodes.indices where parameterNodes[index] >= 0 {
      let node = Int(parameterNodes[index])
      nodes[node].cotangent = gradient.region(index)
      nodes[node].cotangentHoldsValue = false
    }
    pullBack(seed(of: result, factor: factor), from: result)
    for index in parameterNodes.indices {
      let node = Int(parameterNodes[index])
      if node < 0 || !nodes[node].cotangentHoldsValue {
        var region = gradient.region(index)
        region.fill(0)
      }
      if node >= 0 { nodes[node].cotangent = nil }
    }
    // Whoever kept a region must not see later gradients through it.
    gradient.makeUnique()
  }

  private func seed(of result: Variable<S>, factor: Double = 1) -> Tensor<S> {
    require(
      result.shape.count == 1,
      "a gradient is of a scalar; the result has shape \(result.shape): reduce it, or pull back a cotangent")
    seed.shape = result.shape
    seed.fill(S(factor))
    return seed
  }

  /// Leaves cotangents in leaves and in the nodes of `kept`.
  private func pullBack(_ cotangent: Tensor<S>, from result: Variable<S>, keeping kept: Set<Int> = []) {
    require(result.generation == generation && result.tape === self, "the result is not on this tape")
    require(
      cotangent.shape == result.shape, "the cotangent has shape \(cotangent.shape), the result \(result.shape)")
    if holdsCotangents {
      for node in nodes.indices where nodes[node].cotangent?.isRegion == false { nodes[node].cotangent = nil }
    }
    holdsCotangents = true
    guard nodes[result.node].needsCotangent else { return }
    addCotangent(cotangent, to: result.node)
    for node in stride(from: result.node, through: 0, by: -1) {
      guard nodes[node].needsCotangent, nodes[node].isOperation else { continue }
      // Taken out, unless it is asked for.
      let isKept = !kept.isEmpty && kept.contains(node)
      guard let cotangent = isKept ? nodes[node].cotangent : nodes[node].cotangent.take() else { continue }
      var step = Pullback(tape: self, node: node, cotangent: cotangent)
      nodes[node].operation.pullback(step)
      step.cotangent.recycle()
    }
  }

  func addCotangent(_ term: Tensor<S>, to node: Int) {
    if nodes[node].cotangent == nil {
      nodes[node].cotangent = term
    } else {
      nodes[node].cotangent!.combine(1, term, nodes[node].cotangentHoldsValue ? 1 : 0)
    }
    nodes[node].cotangentHoldsValue = true
  }

  /// The cotangent of a node, to be added to in place and put back, and whether it holds anything.
  ///
  /// Taken out of the node, it is unique unless others keep it, so that writing to it copies nothing; a region, which needs
  /// not be, stays there too.
  func takeCotangent(of node: Int) -> (cotangent: Tensor<S>, holdsValue: Bool) {
    let holdsValue = nodes[node].cotangentHoldsValue
    if nodes[node].cotangent?.isRegion == true { return (nodes[node].cotangent!, holdsValue) }
    if let cotangent = nodes[node].cotangent.take() { return (cotangent, holdsValue) }
    return (Tensor(uninitialized: nodes[node].value.shape, pool: pool), false)
  }

  func putCotangent(_ cotangent: consuming Tensor<S>, of node: Int) {
    let shape = nodes[node].value.shape
    require(cotangent.shape == shape, "an argument has shape \(shape), its cotangent shape \(cotangent.shape)")
    if nodes[node].cotangent?.isRegion != true {
      nodes[node].cotangent = cotangent
    } else if !cotangent.isRegion {
      // Another tensor was put in place of the region: its values belong there.
      cotangent.copyElements(into: nodes[node].cotangent!)
    }
    nodes[node].cotangentHoldsValue = true
  }
}
