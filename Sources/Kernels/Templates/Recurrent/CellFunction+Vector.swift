extension KernelVector {
  /// Calls `body` with the places of vectors that together cover a row, and the elements of each, at most a whole one.
  @_alwaysEmitIntoClient @inline(__always)
  static func forEachVector(in columns: Int, _ body: (_ place: Int, _ count: Int) -> Void) {
    var place = 0
    while place &+ width <= columns {
      body(place, width)
      place &+= width
    }
    if place < columns { body(place, columns &- place) }
  }

  /// One step of a cell: see `CellFunction`.
  @_alwaysEmitIntoClient @inline(__always)
  public static func apply(_ cell: CellFunction, _ step: CellStep<Element>) {
    switch cell {
    case .tanh: applyUngated(step) { tanh($0) }
    case .rectified:
      let zero = Self(0)
      applyUngated(step) { $0.replacing(with: zero, where: $0 .< zero) }
    case .gated: applyGated(step)
    case .longShortTerm: applyLongShortTerm(step)
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func applyUngated(_ step: CellStep<Element>, _ function: (Self) -> Self) {
    var row = 0
    while row < step.rows {
      let gates = step.gates + row &* step.gateStride
      let hidden = step.hidden + row &* step.stride
      forEachVector(in: step.width) { i, count in
        let h = function(load(UnsafePointer(gates) + i, upTo: count))
        h.store(gates + i, upTo: count)
        h.store(hidden + i, upTo: count)
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func applyGated(_ step: CellStep<Element>) {
    var row = 0
    while row < step.rows {
      let gates = step.gates + row &* step.gateStride
      let before = step.previousHidden + row &* step.previousStride
      let hidden = step.hidden + row &* step.stride
      let (second, third, fourth) = (gates + step.width, gates + 2 &* step.width, gates + 3 &* step.width)
      forEachVector(in: step.width) { i, count in
        let (r, z) = sigmoids(
          load(UnsafePointer(gates) + i, upTo: count), load(UnsafePointer(second) + i, upTo: count))
        let n = tanh(load(UnsafePointer(third) + i, upTo: count) + r * load(UnsafePointer(fourth) + i, upTo: count))
        r.store(gates + i, upTo: count)
        z.store(second + i, upTo: count)
        n.store(third + i, upTo: count)
        (n + z * (load(before + i, upTo: count) - n)).store(hidden + i, upTo: count)
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  static func applyLongShortTerm(_ step: CellStep<Element>) {
    var row = 0
    while row < step.rows {
      let gates = step.gates + row &* step.gateStride
      let before = step.previousCell + row &* step.previousStride
      let cell = step.cell + row &* step.stride
      let hidden = step.hidden + row &* step.stride
      let (second, third, fourth) = (gates + step.width, gates + 2 &* step.width, gates + 3 &* step.width)
      forEachVector(in: step.width) { place, count in
        let (i, f) = sigmoids(
          load(UnsafePointer(gates) + place, upTo: count), load(UnsafePointer(second) + place, upTo: count))
        let (o, g) = sigmoidAndTanh(
          load(UnsafePointer(fourth) + place, upTo: count), load(UnsafePointer(third) + place, upTo: count))
        let c = f * load(before + place, upTo: count) + i * g
        i.store(gates + place, upTo: count)
        f.store(second + place, upTo: count)
        g.store(third + place, upTo: count)
        o.store(fourth + place, upTo: count)
        c.store(cell + place, upTo: count)
        (o * tanh(c)).store(hidden + place, upTo: count)
      }
      row &+= 1
    }
  }
}
