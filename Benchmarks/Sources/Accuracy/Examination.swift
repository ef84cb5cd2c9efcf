import Glissade
import Synchronization

/// One function on many arguments of one type, by all threads.
struct Examination<Number: ExaminedScalar> {
  private typealias Reference = Number.Reference

  let bound: ErrorBound
  /// The number of arguments.
  let count: Int
  /// The argument of a number.
  let argument: (Int) -> Number

  // Five buffers of this many elements stay in the second-level cache, and the kernels do not share so few.
  private static var blockLength: Int { 4096 }

  /// The largest error.
  @inline(__always)
  func run() -> Finding {
    let worst = Mutex(Finding())
    let blocks = (count + Self.blockLength - 1) / Self.blockLength
    parallelFor(blocks, grain: 16) { range in
      let buffers = Buffers(length: Self.blockLength)
      defer { buffers.deallocate() }
      var finding = Finding()
      for block in range {
        let start = block * Self.blockLength
        examine(start..<min(start + Self.blockLength, count), buffers, &finding)
      }
      worst.withLock { $0.merge(finding) }
    }
    return worst.withLock { $0 }
  }

  @inline(__always)
  private func examine(_ places: Range<Int>, _ buffers: Buffers, _ finding: inout Finding) {
    let (x, y, wide, exact, scale) = (buffers.x, buffers.y, buffers.wide, buffers.exact, buffers.scale)
    let count = places.count
    for i in 0..<count { x[i] = argument(places.lowerBound + i) }
    Number.apply(bound.function, parameter: 0, to: x, into: y, count: count)
    for i in 0..<count { wide[i] = x[i].reference }
    bound.function.evaluate(wide, into: exact, count: count)
    switch bound.unit {
    case .result: for i in 0..<count { scale[i] = exact[i] }
    case .argument: for i in 0..<count { scale[i] = max(1, wide[i].magnitude) }
    case .normalFactor:
      let least = Number.leastNormalMagnitude.reference
      for i in 0..<count { scale[i] = max(exact[i].magnitude, wide[i].magnitude * least) }
    }
    // Most blocks hold nothing worse than what was seen; a simple loop finds that out.
    let limit = Reference(finding.error)
    var suspects = 0
    for i in 0..<count {
      let difference = (y[i].reference - exact[i]).magnitude
      let isFine = difference <= limit * Number.unit(at: scale[i]) && y[i].sign == exact[i].sign
      suspects += isFine ? 0 : 1
    }
    finding.count += count
    if suspects > 0 { find(places, buffers, &finding) }
    if let required = Number.required(bound.function, x, count: count) {
      for i in 0..<count where y[i] != required[i] && !(y[i].isNaN && required[i].isNaN) {
        note(.infinity, at: places.lowerBound + i, buffers, i, &finding)
      }
    }
  }

  private func find(_ places: Range<Int>, _ buffers: Buffers, _ finding: inout Finding) {
    for i in 0..<places.count {
      let error = error(of: buffers.y[i], exact: buffers.exact[i], scale: buffers.scale[i])
      if error > finding.error { note(error, at: places.lowerBound + i, buffers, i, &finding) }
    }
  }

  private func note(_ error: Double, at place: Int, _ buffers: Buffers, _ i: Int, _ finding: inout Finding) {
    guard error > finding.error else { return }
    finding.error = error
    finding.argument = buffers.wide[i].nearestDouble
    finding.result = buffers.y[i].reference.nearestDouble
    finding.exact = buffers.exact[i].nearestDouble
    finding.place = place
  }

  /// The error in units; ∞ where only one is NaN, where an infinity is not exact, and where a zero has the wrong sign.
  private func error(of y: Number, exact: Reference, scale: Reference) -> Double {
    if y.isNaN || exact.isNaN { return y.isNaN == exact.isNaN ? 0 : .infinity }
    let rounded = Number(nearest: exact)
    if y.isInfinite || rounded.isInfinite { return y == rounded ? 0 : .infinity }
    if y == 0, y.sign != exact.sign { return .infinity }
    return ((y.reference - exact).magnitude / Number.unit(at: scale)).nearestDouble
  }

  /// The memory of one thread.
  private struct Buffers {
    let x: UnsafeMutablePointer<Number>
    let y: UnsafeMutablePointer<Number>
    let wide: UnsafeMutablePointer<Reference>
    let exact: UnsafeMutablePointer<Reference>
    let scale: UnsafeMutablePointer<Reference>

    init(length: Int) {
      x = .allocate(capacity: length)
      y = .allocate(capacity: length)
      wide = .allocate(capacity: length)
      exact = .allocate(capacity: length)
      scale = .allocate(capacity: length)
    }

    func deallocate() {
      x.deallocate()
      y.deallocate()
      wide.deallocate()
      exact.deallocate()
      scale.deallocate()
    }
  }
}
