/// The largest input in each window, channel by channel (Zhou, Chellappa 1988, doi:10.1109/ICNN.1988.23914).
///
/// Of equal ones the first gets the cotangent. x has shape [images, channels, sizes...].
public struct MaximumPool: Differentiable {
  /// The windows.
  public let geometry: PoolingGeometry

  /// The operation.
  public init(_ geometry: PoolingGeometry) { self.geometry = geometry }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let shape = geometry.outputShape(for: x[0].shape, "a maximum pooling")
    let result = Tensor<S.Accumulator>(uninitialized: shape, pool: x.pool)
    let places = Tensor<S>(placesFor: shape.count, pool: x.pool)
    WindowTable.with(geometry, input: x[0].shape, output: shape) { table in
      let channelCount = shape[0] * shape[1]
      x[0].widened().withElements { x in
        result.withSharedMutableElements { y in
          places.withPlaces { places in
            table.withColumnRuns { runs in
              table.shareChannels(channelCount) { channels in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: table.largestWindow) { taps in
                  guard let taps = taps.baseAddress else { return }
                  for channel in channels {
                    let outputs = channel * table.outputCount
                    table.takeLargest(
                      x + channel * table.inputCount, readable: (channelCount - channel) * table.inputCount,
                      into: y + outputs, places: places + outputs, runs, taps)
                  }
                }
              }
            }
          }
        }
      }
    }
    x.save(places)
    return result.narrowed(to: S.self)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let shape = step.cotangent.shape
    // An input may be the largest of several windows, so sums are kept in the accumulator's type.
    let dx = Tensor<S.Accumulator>(uninitialized: step[0].shape, pool: step.cotangent.pool)
    WindowTable.with(geometry, input: dx.shape, output: shape) { table in
      step.saved(0).withPlaces { places in
        step.cotangent.withElements { g in
          dx.withSharedMutableElements { dx in
            table.shareChannels(shape[0] * shape[1]) { channels in
              for channel in channels {
                let (outputs, dx) = (channel * table.outputCount, dx + channel * table.inputCount)
                dx.update(repeating: 0, count: table.inputCount)
                table.returnToLargest(g + outputs, places + outputs, to: dx)
              }
            }
          }
        }
      }
    }
    step.add(dx.narrowed(to: S.self), to: 0)
  }
}

extension WindowTable {
  /// The largest inputs of one channel's windows, and how far each is from its window's first input.
  @inline(__always)
  fileprivate func takeLargest<S: Scalar>(
    _ x: UnsafePointer<S>, readable: Int, into y: UnsafeMutablePointer<S>, places: UnsafeMutablePointer<S>,
    _ runs: UnsafeBufferPointer<ColumnRun>, _ taps: UnsafeMutablePointer<Int>
  ) {
    forEachResultRow { result, first, outer in
      for run in runs {
        let start = first + columns[run.start].first
        let (y, places) = (y + result + run.start, places + result + run.start)
        let tapCount = writeTaps(outer, columns: columns[run.start].count, to: taps)
        if tapCount > 0 {
          let row = WindowRow(
            taps: taps, tapCount: tapCount, stride: run.stride, count: run.count, readable: readable - start,
            writable: outputCount - result - run.start)
          S.largest(row, x + start, into: y, places: places)
        } else {
          // Nothing but padding.
          y.update(repeating: -.infinity, count: run.count)
          places.update(repeating: -1, count: run.count)
        }
      }
    }
  }

  /// Writes how far each input of a window is from its first, and returns their number.
  @inline(__always)
  private func writeTaps(
    _ outer: (AxisWindow, AxisWindow, AxisWindow), columns: Int, to taps: UnsafeMutablePointer<Int>
  ) -> Int {
    var count = 0
    for k0 in 0..<outer.0.count {
      for k1 in 0..<outer.1.count {
        for k2 in 0..<outer.2.count {
          let line = distance(k0, k1, k2)
          for column in 0..<columns { taps[count + column] = line + column * columnStep }
          count += columns
        }
      }
    }
    return count
  }

  /// Adds each output's cotangent to the input that was the largest of its window.
  @inline(__always)
  fileprivate func returnToLargest<S: Scalar>(
    _ g: UnsafePointer<S>, _ places: UnsafePointer<S.Accumulator>, to dx: UnsafeMutablePointer<S.Accumulator>
  ) {
    let columns = columns
    forEachResultRow { result, first, _ in
      for column in 0..<width {
        let distance = Int(places[result + column].double)
        if distance >= 0 { dx[first + columns[column].first + distance] += g[result + column].accumulator }
      }
    }
  }
}
