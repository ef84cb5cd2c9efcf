extension SlidingWindow {
  /// Writes the matrix of patches (im2col): a row for each channel and tap, a column for each output of the given rows,
  /// zero where the tap lies outside the input.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func gatherPatches<S: Scalar>(
    from image: UnsafePointer<S>, channels: Int, rows: Range<Int>, into patches: UnsafeMutablePointer<S>
  ) {
    let width = output.w
    let stride = geometry.stride.w
    let taps = geometry.kernelCount
    for channel in 0..<channels {
      let plane = image + channel * input.product
      for tap in 0..<taps {
        let line = patches + (channel * taps + tap) * rows.count * width
        forEachRow(rows, ofTap: tap) { row, outputs, start in
          let target = line + row * width
          for column in 0..<outputs.lowerBound { target[column] = 0 }
          if stride == 1 {
            let source = plane + start
            for column in outputs { target[column] = source[column] }
          } else {
            for column in outputs { target[column] = plane[start + column * stride] }
          }
          for column in outputs.upperBound..<width { target[column] = 0 }
        }
      }
    }
  }

  /// Adds each element of a matrix of patches to the input it was gathered from (col2im): the transpose of gathering.
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
