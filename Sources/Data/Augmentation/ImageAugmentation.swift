/// Random changes to images while training, made anew each epoch.
///
/// ```swift
/// let changes = ImageAugmentation(size: [3, 32, 32], [.crop(height: 32, width: 32, padding: 4), .flip])
/// let batch = try changes.apply(to: images, indices: indices, seed: 42, epoch: epoch)
/// ```
/// What is done to an image depends on the seed, the epoch and the image's number alone, so neither the order nor the size of
/// batches changes it.
public struct ImageAugmentation: Sendable, Hashable {
  /// The channels, height and width of an image.
  public let size: Shape
  /// What is done, first first.
  public let changes: [Change]

  /// One kind of change.
  public enum Change: Sendable, Hashable {
    /// Moves the image by up to so many pixels up or down, and left or right; zeros come in.
    case shift(upTo: Int)
    /// Mirrors the image left to right, every other time.
    case flip
    /// Surrounds the image by so many zeros, and takes a part of the given size from anywhere in it.
    case crop(height: Int, width: Int, padding: Int)
  }

  /// Changes to images of a size [channels, height, width]; traps where a part to be taken is larger than what it is taken
  /// from.
  public init(size: Shape, _ changes: [Change]) {
    require(size.rank == 3, "images have channels, height and width, not shape \(size)")
    self.size = size
    self.changes = changes
    _ = ImageAugmentation.outputSize(of: size, changes)
  }

  /// The channels, height and width of a changed image.
  public var outputSize: Shape { ImageAugmentation.outputSize(of: size, changes) }

  /// Some examples with their images changed; a set of its own, in the order of the indices.
  ///
  /// The features may have any shape of as many elements an example as the size has; those of the result have
  /// `outputSize` where it differs.
  public func apply(
    to examples: LabeledExamples, indices: ArraySlice<Int>, seed: UInt64, epoch: Int
  ) throws -> LabeledExamples {
    let gathered = Tensor<Float>(gathering: indices, of: examples.features)
    require(
      gathered.count == indices.count * size.count,
      "images of size \(size) are not in features of shape \(examples.features.shape)")
    let pixels = gathered.elements
    let epochStream = RandomStream(seed: seed, purpose: .augmentation, index: epoch)
    var result: [Float] = []
    result.reserveCapacity(indices.count * outputSize.count)
    for (row, index) in indices.enumerated() {
      var image = Image(size: size, pixels: pixels[row * size.count..<(row + 1) * size.count])
      let stream = epochStream.substream(index)
      for (number, change) in changes.enumerated() { image = image.changed(change, stream.substream(number)) }
      result += image.pixels
    }
    let shape = outputSize == size ? gathered.shape : Shape([indices.count] + outputSize.sizesArray)
    return try LabeledExamples(
      features: Tensor(shape, result), labels: indices.map { examples.labels[$0] }, classCount: examples.classCount)
  }

  private static func outputSize(of size: Shape, _ changes: [Change]) -> Shape {
    changes.reduce(size) { size, change in
      switch change {
      case .flip: return size
      case .shift(let largest):
        require(largest >= 0, "an image is shifted by up to 0 pixels or more, not \(largest)")
        return size
      case .crop(let height, let width, let padding):
        require(
          padding >= 0 && height > 0 && width > 0 && height <= size[1] + 2 * padding && width <= size[2] + 2 * padding,
          "\(height) × \(width) pixels cannot be taken from an image of size \(size) with \(padding) around it")
        return [size[0], height, width]
      }
    }
  }
}

/// One image, [channels, height, width].
private struct Image {
  let size: Shape
  let pixels: ArraySlice<Float>

  func changed(_ change: ImageAugmentation.Change, _ stream: RandomStream) -> Image {
    switch change {
    case .shift(let largest):
      part(
        height: size[1], width: size[2], top: stream.integer(at: 0, below: 2 * largest + 1) - largest,
        left: stream.integer(at: 1, below: 2 * largest + 1) - largest)
    case .flip: stream.integer(at: 0, below: 2) == 0 ? self : mirrored
    case .crop(let height, let width, let padding):
      part(
        height: height, width: width,
        top: stream.integer(at: 0, below: size[1] + 2 * padding - height + 1) - padding,
        left: stream.integer(at: 1, below: size[2] + 2 * padding - width + 1) - padding)
    }
  }

  /// The pixels from a row and column on, which may lie outside; zeros where there is no pixel.
  private func part(height: Int, width: Int, top: Int, left: Int) -> Image {
    var result = [Float](repeating: 0, count: size[0] * height * width)
    let columns = max(0, -left)..<max(max(0, -left), min(width, size[2] - left))
    for channel in 0..<size[0] {
      for row in 0..<height where (0..<size[1]).contains(row + top) {
        let source = pixels.startIndex + (channel * size[1] + row + top) * size[2] + left
        let target = (channel * height + row) * width
        for column in columns { result[target + column] = pixels[source + column] }
      }
    }
    return Image(size: [size[0], height, width], pixels: result[...])
  }

  private var mirrored: Image {
    var result: [Float] = []
    result.reserveCapacity(pixels.count)
    for start in stride(from: pixels.startIndex, to: pixels.endIndex, by: max(1, size[2])) {
      result += pixels[start..<start + size[2]].reversed()
    }
    return Image(size: size, pixels: result[...])
  }
}
