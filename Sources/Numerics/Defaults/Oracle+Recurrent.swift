extension Oracle {
  package static func apply<S: Scalar>(_ cell: CellFunction, _ step: CellStep<S>) {
    let width = step.width
    for row in 0..<step.rows {
      let gates = step.gates + row * step.gateStride
      let before = row * step.previousStride
      let after = row * step.stride
      for j in 0..<width {
        switch cell {
        case .tanh, .rectified:
          gates[j] = cell == .tanh ? S.tanh(gates[j]) : (gates[j] < 0 ? 0 : gates[j])
          step.hidden[after + j] = gates[j]
        case .gated:
          let r = S.sigmoid(gates[j])
          let z = S.sigmoid(gates[width + j])
          let n = S.tanh(gates[2 * width + j] + r * gates[3 * width + j])
          (gates[j], gates[width + j], gates[2 * width + j]) = (r, z, n)
          step.hidden[after + j] = n + z * (step.previousHidden[before + j] - n)
        case .longShortTerm:
          let i = S.sigmoid(gates[j])
          let f = S.sigmoid(gates[width + j])
          let g = S.tanh(gates[2 * width + j])
          let o = S.sigmoid(gates[3 * width + j])
          let c = f * step.previousCell[before + j] + i * g
          (gates[j], gates[width + j], gates[2 * width + j], gates[3 * width + j]) = (i, f, g, o)
          step.cell[after + j] = c
          step.hidden[after + j] = o * S.tanh(c)
        }
      }
    }
  }

  package static func pullBack<S: Scalar>(_ cell: CellFunction, _ call: CellPullback<S>) {
    let step = call.step
    let width = step.width
    for row in 0..<step.rows {
      let gates = step.gates + row * step.gateStride
      let sums = call.gates + row * step.gateStride
      let before = row * step.previousStride
      let after = row * step.stride
      for j in 0..<width {
        let carry = row * width + j
        let dh = call.cotangent[after + j] + call.hiddenCarry[carry]
        call.hiddenCarry[carry] = 0
        switch cell {
        case .tanh: sums[j] = dh * (1 - gates[j] * gates[j])
        case .rectified: sums[j] = gates[j] > 0 ? dh : 0
        case .gated:
          let (r, z, n) = (gates[j], gates[width + j], gates[2 * width + j])
          let dn = dh * (1 - z) * (1 - n * n)
          let dz = dh * (step.previousHidden[before + j] - n)
          sums[j] = dn * gates[3 * width + j] * (r * (1 - r))
          sums[width + j] = dz * (z * (1 - z))
          sums[2 * width + j] = dn
          sums[3 * width + j] = dn * r
          call.hiddenCarry[carry] = dh * z
        case .longShortTerm:
          let (i, f, g, o) = (gates[j], gates[width + j], gates[2 * width + j], gates[3 * width + j])
          let squashed = S.tanh(step.cell[after + j])
          let dc = call.cellCarry[carry] + dh * o * (1 - squashed * squashed)
          sums[j] = dc * g * (i * (1 - i))
          sums[width + j] = dc * step.previousCell[before + j] * (f * (1 - f))
          sums[2 * width + j] = dc * i * (1 - g * g)
          sums[3 * width + j] = dh * squashed * (o * (1 - o))
          call.cellCarry[carry] = dc * f
        }
      }
    }
  }
}
