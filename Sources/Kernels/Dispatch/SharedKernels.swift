/// The kernels of a table on one element type, their work shared among the pool's threads: what the conformances call.
public struct SharedKernels<Element: BinaryFloatingPoint & Sendable>: Sendable {
  /// A buffer that a kernel reads.
  public typealias Input = UnsafePointer<Element>
  /// A buffer that a kernel writes.
  public typealias Output = UnsafeMutablePointer<Element>

  // A pointer, so that a call loads one function and not the whole table. The tables live as long as the process.
  nonisolated(unsafe) let kernels: UnsafePointer<ScalarKernels<Element>>

  init(_ kernels: UnsafePointer<ScalarKernels<Element>>) { self.kernels = kernels }

  // Elements whose work pays for waking another thread: cheap ones move memory, dear ones evaluate a polynomial.
  private static var cheapGrain: Int { 1 << 16 }
  private static var dearGrain: Int { 1 << 13 }
  private static var updateGrain: Int { 1 << 14 }
  // Part of a reduction's definition: chunks of this many elements are summed alone, then in order.
  private static var reductionChunk: Int { 1 << 14 }

  private func grain(_ function: UnaryFunction) -> Int {
    switch function {
    case .negate, .absolute, .square, .squareRoot, .reciprocal, .relu, .leakyReLU: Self.cheapGrain
    default: Self.dearGrain
    }
  }

  /// yᵢ ← f(xᵢ), by all threads.
  public func apply(_ function: UnaryFunction, parameter: Double, to x: Input, into y: Output, count: Int) {
    parallelFor(count, grain: grain(function)) {
      kernels.pointee.applyUnary(function, parameter, x + $0.lowerBound, y + $0.lowerBound, $0.count)
    }
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`, by all threads.
  public func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: Input, input x: Input, output y: Input,
    into dx: Output, accumulating: Bool, count: Int
  ) {
    parallelFor(count, grain: grain(function)) {
      let i = $0.lowerBound
      kernels.pointee.pullBack(function, parameter, g + i, x + i, y + i, dx + i, accumulating, $0.count)
    }
  }

  /// yᵢ ← f(aᵢ, bᵢ), by all threads.
  public func apply(
    _ function: BinaryFunction, _ a: Input, stride strideA: Int, _ b: Input, stride strideB: Int, into y: Output,
    count: Int
  ) {
    parallelFor(count, grain: Self.cheapGrain) {
      let i = $0.lowerBound
      kernels.pointee.applyBinary(function, a + i * strideA, strideA, b + i * strideB, strideB, y + i, $0.count)
    }
  }

  /// yᵢ ← α xᵢ + β yᵢ, by all threads.
  public func combine(_ alpha: Double, _ x: Input, _ beta: Double, into y: Output, count: Int) {
    parallelFor(count, grain: Self.cheapGrain) {
      kernels.pointee.combine(alpha, x + $0.lowerBound, beta, y + $0.lowerBound, $0.count)
    }
  }

  /// The reduction by all threads: chunks of a fixed size, their results taken in order, in Double.
  public func reduce(_ reduction: Reduction, _ a: Input, _ b: Input, count: Int) -> Double {
    let chunk = Self.reductionChunk
    if count <= chunk { return kernels.pointee.reduce(reduction, a, b, count) }
    let chunks = (count + chunk - 1) / chunk
    let partials = Workspace.memory(for: .partials, bytes: chunks * MemoryLayout<Double>.stride)
      .bindMemory(to: Double.self, capacity: chunks)
    parallelFor(chunks, grain: 4) {
      for i in $0 {
        let start = i * chunk
        partials[i] = kernels.pointee.reduce(reduction, a + start, b + start, Swift.min(chunk, count - start))
      }
    }
    var total = partials[0]
    for i in 1..<chunks {
      if reduction == .maximum {
        total = total.isNaN || partials[i] <= total ? total : partials[i]
      } else {
        total += partials[i]
      }
    }
    return total
  }

  /// Row-wise softmax by all threads.
  public func softmax(_ x: Input, into y: Output, rows: Int, columns: Int, logarithm: Bool) {
    if columns == 0 { return }
    parallelFor(rows, grain: (Self.dearGrain + columns - 1) / columns) {
      let start = $0.lowerBound * columns
      kernels.pointee.softmax(x + start, y + start, $0.count, columns, logarithm)
    }
  }

  /// A step of Adam by all threads.
  public func update(
    _ step: AdamStep, _ w: Output, _ g: Input, _ mean: Output, _ meanSquare: Output, count: Int
  ) {
    parallelFor(count, grain: Self.updateGrain) {
      let i = $0.lowerBound
      kernels.pointee.adam(step, w + i, g + i, mean + i, meanSquare + i, $0.count)
    }
  }

  /// The largest input in each window of a row, by one thread, and how far from the window's first it is.
  public func largest(_ row: WindowRow, _ x: Input, into y: Output, places: Output) {
    kernels.pointee.largest(row, x, y, places)
  }
}
