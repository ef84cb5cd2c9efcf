extension SlidingWindow {
  /// Adds each element of a matrix of patches, a row for each channel and tap and a column for each output of the given
  /// rows, to the input that it is a copy of (col2im): the transpose of forming patches.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func scatterPatches<S: Scalar>(
    _ patches: UnsafePointer<S>, channels: Int, rows: Range<Int>, into image: UnsafeMutablePointer<S>
  ) {
    let width = output.w
    let stride = geometry.stride.w
    let taps = geometry.kernelCount
    for channel in 0..<channels {
      let plane = image + channel * input.product
      for tap in 0..<taps {
        let line = patches + (channel * taps + tap) * rows.count * width
        forEachRow(rows, ofTap: tap) { row, outputs, start in
          let source = line + row * width
          if stride == 1 {
            let target = plane + start
            for column in outputs { target[column] += source[column] }
          } else {
            for column in outputs { plane[start + column * stride] += source[column] }
          }
        }
      }
    }
  }
}
