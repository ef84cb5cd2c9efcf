extension OneDimensionalDigits {
  /// The templates of the classes, which rise and fall as the digits' outlines do.
  private static let templates: [[Double]] = [
    [-1, 0.2, 0.8, 1, 1, 1, 1, 1, 1, 0.8, 0.2, -1],
    [-1, -0.8, -0.4, 0, 0.4, 1, 1, 0.2, -0.6, -1, -1, -1],
    [0.6, 1, 0.9, 0.3, -0.3, -0.8, -1, -0.9, -0.4, 0.2, 0.3, 0.2],
    [0.5, 1, 0.6, -0.2, -0.6, 0.1, 0.1, -0.6, -0.2, 0.6, 1, 0.5],
    [-1, -0.6, -0.1, 0.4, 0.9, 0.2, -0.4, -0.4, 1, 1, -0.2, -1],
    [1, 1, 0.8, 0.7, 0.9, 0.6, 0, -0.6, -1, -1, -0.7, -0.5],
    [0.9, 0.3, -0.4, -0.9, -1, -0.5, 0.2, 0.5, 0.3, -0.2, -0.6, -0.4],
    [-0.4, -0.4, -0.3, -0.1, 0.2, 0.6, 1, 0.9, 0.4, -0.3, -0.9, -1],
    [0, 0.7, 1, 0.7, 0, -0.7, 0, 0.8, 1, 0.6, -0.1, -0.9],
    [0.3, 0.9, 1, 0.6, 0.1, 0.3, 0.9, 0.4, -0.4, -1, -0.8, -0.6],
  ]

  /// One example of a class.
  func curve(of label: Int, _ stream: RandomStream) -> [Double] {
    let template = Self.templates[label]
    let count = Self.paddedLength
    // Drawn: how much longer the template becomes, how high, how sheared, and where it stands.
    let spread = 1 + stream.uniform(at: 0, in: 0..<2)
    let height = 1 + 0.4 * (stream.uniform01(at: 1) - 0.5)
    let shear = 0.75 * (stream.uniform01(at: 2) - 0.5)
    let shift = stream.integer(at: 3, below: largestShift + 1)
    let width = Double(template.count - 1) * spread
    let start = Double(shift) - Double(largestShift) / 2 + (Double(count) - width) / 2
    let smooth = smoothedNoise(stream.substream(0), count: count)
    let points = (0..<count).map { index -> Double in
      // The curve wraps around, so that a shift loses nothing.
      let place = (Double(index) - start).truncatingRemainder(dividingBy: Double(count))
      let position = (place < 0 ? place + Double(count) : place) / spread
      let value = position < Double(template.count - 1) ? interpolate(template, at: position) * height : 0
      let slope = position < Double(template.count - 1) ? shear * (position / Double(template.count - 1) - 0.5) : 0
      return value + slope + smoothNoise * smooth[index] + whiteNoise * stream.substream(1).normal(at: index)
    }
    return (0..<length).map { interpolate(points, at: Double($0) * Double(count - 1) / Double(length - 1)) }
  }

  /// Normal noise of deviation 1 that a bell curve has smoothed.
  private func smoothedNoise(_ stream: RandomStream, count: Int) -> [Double] {
    let reach = Int(3 * Self.smoothness)
    let weights = (-reach...reach).map { offset in
      PortableMath.exp(-Double(offset * offset) / (2 * Self.smoothness * Self.smoothness))
    }
    // Independent numbers of deviation 1 have a weighted sum of this deviation.
    let deviation = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let white = (0..<count + 2 * reach).map { stream.normal(at: $0) }
    return (0..<count).map { start in
      zip(weights, white[start...]).reduce(0) { $0 + $1.0 * $1.1 } / deviation
    }
  }

  /// The value of a polygon through the given heights.
  private func interpolate(_ values: [Double], at position: Double) -> Double {
    let index = min(Int(position), values.count - 2)
    let share = position - Double(index)
    return values[index] * (1 - share) + values[index + 1] * share
  }
}
