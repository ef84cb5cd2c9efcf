import Testing

@testable import GlissadeData

@Suite("Augmentation") struct AugmentationTests {
  /// Images [4, 2, 3, 4] of different numbers above 0.
  let images: LabeledExamples

  init() throws {
    images = try LabeledExamples(
      features: Tensor([4, 2, 3, 4], (1...96).map { Float($0) }), labels: [0, 1, 2, 3], classCount: 4)
  }

  /// The rows of one channel of an image.
  func rows(_ features: Tensor<Float>, _ image: Int, _ channel: Int) -> [[Float]] {
    (0..<features.shape[2]).map { row in
      (0..<features.shape[3]).map { features[image, channel, row, $0] }
    }
  }

  /// The changed images of 40 epochs.
  func epochs(_ changes: [ImageAugmentation.Change], size: Shape = [2, 3, 4]) throws -> [Tensor<Float>] {
    let augmentation = ImageAugmentation(size: size, changes)
    return try (0..<40).map {
      try augmentation.apply(to: images, indices: [0, 1, 2, 3], seed: 1, epoch: $0).features
    }
  }

  @Test("Flipping mirrors all channels of about half the images") func flip() throws {
    var count = 0
    for features in try epochs([.flip]) {
      for image in 0..<4 {
        let isFlipped = rows(features, image, 0) != rows(images.features, image, 0)
        for channel in 0..<2 {
          let original = rows(images.features, image, channel)
          #expect(rows(features, image, channel) == (isFlipped ? original.map { $0.reversed() } : original))
        }
        count += isFlipped ? 1 : 0
      }
    }
    #expect((50...110).contains(count))
  }

  @Test("Shifting moves images by every distance up to the largest") func shift() throws {
    var shifts: Set<[Int]> = []
    for features in try epochs([.shift(upTo: 1)]) {
      for image in 0..<4 {
        let original = rows(images.features, image, 0)
        let matching = (-1...1).flatMap { down in (-1...1).map { [down, $0] } }.filter { shift in
          rows(features, image, 0)
            == (0..<3).map { row in
              (0..<4).map { column in
                let (y, x) = (row - shift[0], column - shift[1])
                return original.indices.contains(y) && original[y].indices.contains(x) ? original[y][x] : 0
              }
            }
        }
        #expect(matching.count == 1)
        shifts.formUnion(matching)
      }
    }
    #expect(shifts.count == 9)
  }

  @Test("A crop without padding is a part of the image, in the size asked for") func crop() throws {
    var corners: Set<Float> = []
    for features in try epochs([.crop(height: 2, width: 3, padding: 0)]) {
      #expect(features.shape == [4, 2, 2, 3])
      for image in 0..<4 {
        let part = rows(features, image, 1)
        #expect(part[0][2] == part[0][0] + 2 && part[1][0] == part[0][0] + 4)
        corners.insert(part[0][0] - Float(24 * image + 12))
      }
    }
    #expect(corners == [1, 2, 5, 6])
    // With padding of 1 the same size comes out, as by a shift.
    let padded = try epochs([.crop(height: 3, width: 4, padding: 1)])[0]
    #expect(padded.shape == [4, 2, 3, 4])
  }

  @Test("What is done to an image depends on seed, epoch and number alone") func keys() throws {
    let augmentation = ImageAugmentation(size: [2, 3, 4], [.shift(upTo: 2), .flip])
    let all = try augmentation.apply(to: images, indices: [0, 1, 2, 3], seed: 1, epoch: 5)
    let some = try augmentation.apply(to: images, indices: [3, 1], seed: 1, epoch: 5)
    #expect(some.features == Tensor(gathering: [3, 1], of: all.features) && some.labels == [3, 1])
    let flat = try LabeledExamples(
      features: images.features.reshaped(to: [4, 24]), labels: images.labels, classCount: 4)
    let flattened = try augmentation.apply(to: flat, indices: [0, 1, 2, 3], seed: 1, epoch: 5)
    #expect(flattened.features == all.features.reshaped(to: [4, 24]))
    #expect(try augmentation.apply(to: images, indices: [0, 1, 2, 3], seed: 2, epoch: 5).features != all.features)
    #expect(try augmentation.apply(to: images, indices: [0, 1, 2, 3], seed: 1, epoch: 6).features != all.features)
  }
}
