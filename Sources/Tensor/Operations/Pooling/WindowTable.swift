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
    var result = 0
    for o0 in 0..<output.x {
      for o1 in 0..<output.y {
        for o2 in 0..<output.z {
          let (w0, w1, w2) = (windows[starts.x + o0], windows[starts.y + o1], windows[starts.z + o2])
          for k0 in 0..<w0.count {
            let plane = (w0.first + k0 * steps.x) * input.y
            for k1 in 0..<w1.count {
              let line = (plane + w1.first + k1 * steps.y) * input.z
              for k2 in 0..<w2.count {
                let weight = w0.weight(k0) * w1.weight(k1) * w2.weight(k2)
                body(result, (line + w2.first + k2 * steps.z) * input.w, weight)
              }
            }
          }
          result += output.w
        }
      }
    }
  }

  /// Calls `body` for ranges of as many channels, on several threads where that is worth it.
  @inline(__always)
  func shareChannels(_ channels: Int, _ body: (Range<Int>) -> Void) {
    parallelFor(channels, grain: max(1, 16_384 / max(1, max(inputCount, outputCount))), body)
  }
}

extension AxisWindow {
  /// The weight of an input of the window.
  @inline(__always)
  func weight(_ index: Int) -> Double { index == 0 ? firstWeight : otherWeight }
}
