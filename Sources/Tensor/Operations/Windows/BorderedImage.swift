/// An image with the borders that a window reaches into, channel after channel, as products with patches read it.
///
/// With borders, every tap of the window at every position lies within the image, at the sum of two offsets: one that
/// depends on channel and tap alone, and one that depends on the position alone.
struct BorderedImage {
  private let window: SlidingWindow
  private let channels: Int
  private let sizes: SIMD4<Int>

  init(_ window: SlidingWindow, channels: Int) {
    self.window = window
    self.channels = channels
    sizes = window.input &+ window.geometry.paddingBefore &+ window.geometry.paddingAfter
  }

  /// The number of elements.
  var count: Int { channels * sizes.product }

  /// The offsets of taps in all channels, and of positions; valid until this thread asks again.
  ///
  /// Taps are neighbors in a weight; here channels are, where there are more of them than taps along a row, for neighbors
  /// at equal distances are computed together.
  func offsets(ordersChannelsInnermost: Bool = false) -> (taps: UnsafePointer<Int>, positions: UnsafePointer<Int>) {
    let kernelCount = window.geometry.kernelCount
    let tapCount = channels * kernelCount
    let count = tapCount + window.output.product
    let taps = Workspace.memory(for: .offsets, bytes: count * MemoryLayout<Int>.stride)
      .bindMemory(to: Int.self, capacity: count)
    let (channelStep, tapStep) = ordersChannelsInnermost ? (1, channels) : (kernelCount, 1)
    for channel in 0..<channels {
      let base = channel * sizes.product
      write(
        window.geometry.kernel, window.geometry.dilation, base: base, to: taps + channel * channelStep, step: tapStep)
    }
    write(window.output, window.geometry.stride, base: 0, to: taps + tapCount, step: 1)
    return (UnsafePointer(taps), UnsafePointer(taps + tapCount))
  }

  /// Writes the places of a grid in one channel, `distances` apart along each axis.
  private func write(
    _ grid: SIMD4<Int>, _ distances: SIMD4<Int>, base: Int, to target: UnsafeMutablePointer<Int>, step: Int
  ) {
    var next = target
    for x in 0..<grid.x {
      for y in 0..<grid.y {
        for z in 0..<grid.z {
          let line = ((x * distances.x * sizes.y + y * distances.y) * sizes.z + z * distances.z) * sizes.w + base
          for w in 0..<grid.w {
            next.pointee = line + w * distances.w
            next += step
          }
        }
      }
    }
  }

  /// Writes an image between zeros.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func write<S: Scalar>(_ image: UnsafePointer<S>, to target: UnsafeMutablePointer<S>) {
    let (input, before) = (window.input, window.geometry.paddingBefore)
    let width = input.w
    var (line, next) = (image, target)
    for _ in 0..<channels {
      for x in 0..<sizes.x {
        for y in 0..<sizes.y {
          for z in 0..<sizes.z {
            let place = SIMD4(x, y, z, 0) &- before
            let isInside =
              place.x >= 0 && place.x < input.x && place.y >= 0 && place.y < input.y && place.z >= 0
              && place.z < input.z
            if isInside {
              next.update(repeating: 0, count: before.w)
              (next + before.w).update(from: line, count: width)
              (next + before.w + width).update(repeating: 0, count: sizes.w - width - before.w)
              line += width
            } else {
              next.update(repeating: 0, count: sizes.w)
            }
            next += sizes.w
          }
        }
      }
    }
  }
}
