/// The windows of all outputs along all axes, worked out once for all channels.
struct WindowTable {
  private let windows: UnsafePointer<AxisWindow>
  private let starts: SIMD4<Int>
  private let steps: SIMD4<Int>
  private let input: SIMD4<Int>
  private let output: SIMD4<Int>

  /// The elements of a channel of the argument.
  var inputCount: Int { input.product }
  /// The elements of a channel of the result.
  var outputCount: Int { output.product }
  /// The elements of a row of the result.
  var width: Int { output.w }
  /// The windows along the last axis.
  var columns: UnsafePointer<AxisWindow> { windows + starts.w }
  /// From one input to the next within a window along the last axis.
  var columnStep: Int { steps.w }

  /// Calls `body` with the runs of windows along the last axis that see as many inputs and are equally far apart.
  func withColumnRuns(_ body: (UnsafeBufferPointer<ColumnRun>) -> Void) {
    withUnsafeTemporaryAllocation(of: ColumnRun.self, capacity: width) { runs in
      var count = 0
      var start = 0
      while start < width {
        var run = ColumnRun(start: start, count: 1, stride: 1)
        if start + 1 < width { run.stride = columns[start + 1].first - columns[start].first }
        while start + run.count < width, columns[start + run.count].count == columns[start].count,
          columns[start + run.count].first == columns[start].first + run.count * run.stride
        {
          run.count += 1
        }
        runs.initializeElement(at: count, to: run)
        count += 1
        start += run.count
      }
      body(UnsafeBufferPointer(rebasing: runs[..<count]))
    }
  }

  /// The inputs of a window at most.
  var largestWindow: Int {
    var result = 1
    for axis in 0..<4 {
      var largest = 1
      for index in 0..<output[axis] { largest = max(largest, windows[starts[axis] + index].count) }
      result *= largest
    }
    return result
  }

  /// Calls `body` with the table for the given shapes.
  static func with(_ axes: some AxisWindows, input: Shape, output: Shape, _ body: (WindowTable) -> Void) {
    let (inputs, outputs) = (input.spatialSizes, output.spatialSizes)
    withUnsafeTemporaryAllocation(of: AxisWindow.self, capacity: outputs.wrappedSum()) { windows in
      guard let first = windows.baseAddress else { return }
      var starts = SIMD4<Int>(repeating: 0)
      var next = 0
      for axis in 0..<4 {
        starts[axis] = next
        for index in 0..<outputs[axis] {
          let window = axes.window(axis: axis, output: index, inputs: inputs[axis], outputs: outputs[axis])
          (first + next).initialize(to: window)
          next += 1
        }
      }
      body(WindowTable(windows: first, starts: starts, steps: axes.steps, input: inputs, output: outputs))
    }
  }

  /// Calls `body` for each row of the result and each row of the argument that its windows reach, with where the two
  /// start in their channel and the product of the weights of the outer axes.
  @inline(__always)
  func forEachRow(_ body: (_ result: Int, _ argument: Int, _ weight: Double) -> Void) {
    forEachResultRow { result, first, outer in
      let (w0, w1, w2) = outer
      for k0 in 0..<w0.count {
        for k1 in 0..<w1.count {
          for k2 in 0..<w2.count {
            body(result, first + distance(k0, k1, k2), w0.weight(k0) * w1.weight(k1) * w2.weight(k2))
          }
        }
      }
    }
  }

  /// Calls `body` for each row of the result, with where it starts in its channel, where the first row of the argument
  /// that its windows reach starts in its own, and the windows along the outer axes.
  @inline(__always)
  func forEachResultRow(
    _ body: (_ result: Int, _ first: Int, _ outer: (AxisWindow, AxisWindow, AxisWindow)) -> Void
  ) {
    var result = 0
    for o0 in 0..<output.x {
      for o1 in 0..<output.y {
        for o2 in 0..<output.z {
          let (w0, w1, w2) = (windows[starts.x + o0], windows[starts.y + o1], windows[starts.z + o2])
          body(result, ((w0.first * input.y + w1.first) * input.z + w2.first) * input.w, (w0, w1, w2))
          result += output.w
        }
      }
    }
  }

  /// From the first row of the argument that a window reaches to another.
  @inline(__always)
  func distance(_ k0: Int, _ k1: Int, _ k2: Int) -> Int {
    ((k0 * steps.x * input.y + k1 * steps.y) * input.z + k2 * steps.z) * input.w
  }

  /// Calls `body` for ranges of as many channels, on several threads where that is worth it.
  @inline(__always)
  func shareChannels(_ channels: Int, _ body: (Range<Int>) -> Void) {
    parallelFor(channels, grain: max(1, 16_384 / max(1, max(inputCount, outputCount))), body)
  }
}

/// Windows along an axis that see as many inputs and are equally far apart.
struct ColumnRun: BitwiseCopyable {
  /// The first.
  var start: Int
  /// Their number.
  var count: Int
  /// From the first input of one to that of the next.
  var stride: Int
}

extension AxisWindow {
  /// The weight of an input of the window.
  @inline(__always)
  func weight(_ index: Int) -> Double { index == 0 ? firstWeight : otherWeight }
}
