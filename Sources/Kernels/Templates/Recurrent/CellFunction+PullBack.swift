extension KernelVector {
  /// The pullback of one step of a cell: see `CellPullback`.
  @_alwaysEmitIntoClient @inline(__always)
  public static func pullBack(_ cell: CellFunction, _ call: CellPullback<Element>) {
    switch cell {
    case .tanh: pullBackUngated(call) { 1.0 - $0 * $0 }
    case .rectified:
      let (zero, one) = (Self(0), Self(1))
      pullBackUngated(call) { zero.replacing(with: one, where: zero .< $0) }
    case .gated: pullBackGated(call)
    case .longShortTerm: pullBackLongShortTerm(call)
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func pullBackUngated(_ call: CellPullback<Element>, _ derivative: (Self) -> Self) {
    let step = call.step
    var row = 0
    while row < step.rows {
      let activations = UnsafePointer(step.gates) + row &* step.gateStride
      let g = call.cotangent + row &* step.stride
      let carry = call.hiddenCarry + row &* step.width
      let sums = call.gates + row &* step.gateStride
      forEachVector(in: step.width) { i, count in
        let dh = load(g + i, upTo: count) + load(UnsafePointer(carry) + i, upTo: count)
        (dh * derivative(load(activations + i, upTo: count))).store(sums + i, upTo: count)
        Self(0).store(carry + i, upTo: count)
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func pullBackGated(_ call: CellPullback<Element>) {
    let step = call.step
    let width = step.width
    var row = 0
    while row < step.rows {
      let gates = UnsafePointer(step.gates) + row &* step.gateStride
      let before = step.previousHidden + row &* step.previousStride
      let g = call.cotangent + row &* step.stride
      let carry = call.hiddenCarry + row &* width
      let sums = call.gates + row &* step.gateStride
      forEachVector(in: width) { i, count in
        let r = load(gates + i, upTo: count)
        let z = load(gates + (width &+ i), upTo: count)
        let n = load(gates + (2 &* width &+ i), upTo: count)
        let m = load(gates + (3 &* width &+ i), upTo: count)
        let dh = load(g + i, upTo: count) + load(UnsafePointer(carry) + i, upTo: count)
        let dn = dh * (1.0 - z) * (1.0 - n * n)
        let dz = dh * (load(before + i, upTo: count) - n)
        (dn * m * (r * (1.0 - r))).store(sums + i, upTo: count)
        (dz * (z * (1.0 - z))).store(sums + (width &+ i), upTo: count)
        dn.store(sums + (2 &* width &+ i), upTo: count)
        (dn * r).store(sums + (3 &* width &+ i), upTo: count)
        (dh * z).store(carry + i, upTo: count)
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func pullBackLongShortTerm(_ call: CellPullback<Element>) {
    let step = call.step
    let width = step.width
    var row = 0
    while row < step.rows {
      let gates = UnsafePointer(step.gates) + row &* step.gateStride
      let before = step.previousCell + row &* step.previousStride
      let cell = UnsafePointer(step.cell) + row &* step.stride
      let cotangent = call.cotangent + row &* step.stride
      let carry = call.hiddenCarry + row &* width
      let cellCarry = call.cellCarry + row &* width
      let sums = call.gates + row &* step.gateStride
      forEachVector(in: width) { place, count in
        let i = load(gates + place, upTo: count)
        let f = load(gates + (width &+ place), upTo: count)
        let g = load(gates + (2 &* width &+ place), upTo: count)
        let o = load(gates + (3 &* width &+ place), upTo: count)
        let squashed = tanh(load(cell + place, upTo: count))
        let dh = load(cotangent + place, upTo: count) + load(UnsafePointer(carry) + place, upTo: count)
        let dc = load(UnsafePointer(cellCarry) + place, upTo: count) + dh * o * (1.0 - squashed * squashed)
        (dc * g * (i * (1.0 - i))).store(sums + place, upTo: count)
        (dc * load(before + place, upTo: count) * (f * (1.0 - f))).store(sums + (width &+ place), upTo: count)
        (dc * i * (1.0 - g * g)).store(sums + (2 &* width &+ place), upTo: count)
        (dh * squashed * (o * (1.0 - o))).store(sums + (3 &* width &+ place), upTo: count)
        (dc * f).store(cellCarry + place, upTo: count)
        Self(0).store(carry + place, upTo: count)
      }
      row &+= 1
    }
  }
}
