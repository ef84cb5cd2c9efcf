extension LabeledData {
  /// Images or other inputs and their classes, as files have them.
  ///
  /// Bytes become numbers from 0 to 1; other elements stay as they are. Images with one, three or four channels on the last
  /// axis get them on the first.
  init(images: RawTensor, labels: RawTensor, testImages: RawTensor, testLabels: RawTensor) throws {
    let (classes, testClasses) = (try labels.integers, try testLabels.integers)
    let classCount = max(classes.max() ?? 0, testClasses.max() ?? 0)
    guard classCount < CSVTable.maximumClassCount else {
      throw DataError.labelOutsideClasses(classCount, classCount: CSVTable.maximumClassCount)
    }
    self = try LabeledData(
      training: LabeledExamples(features: images.inputs, labels: classes, classCount: classCount + 1),
      test: LabeledExamples(features: testImages.inputs, labels: testClasses, classCount: classCount + 1))
  }

  /// The arrays x_train, y_train, x_test and y_test of an archive.
  init(npz archive: NPZ) throws {
    let arrays = try ["x_train", "y_train", "x_test", "y_test"].map { name in
      guard let array = archive[name] else { throw NPYError.noArray(name) }
      return array
    }
    try self.init(images: arrays[0], labels: arrays[1], testImages: arrays[2], testLabels: arrays[3])
  }

  /// A table with labels in its last column, and another to test with, or else a fifth of the table, with the same share of
  /// every class.
  init(csv path: String, test testPath: String? = nil) throws {
    let (all, classes) = try CSVTable(contentsOf: path).labeledExamples()
    if let testPath {
      let test = try CSVTable(contentsOf: testPath).labeledExamples(classes: classes).examples
      try self.init(training: all, test: test)
    } else {
      let split = stratifiedSplit(
        labels: all.labels, testCount: all.count / 5, stream: RandomStream(seed: 0, purpose: .splitting))
      try self.init(training: all.selecting(split.training), test: all.selecting(split.test))
    }
  }
}

extension RawTensor {
  /// The elements as inputs of a network.
  fileprivate var inputs: Tensor<Float> {
    get throws {
      let values = try pixels()
      guard values.shape.rank == 4, [1, 3, 4].contains(values.shape[3]), ![1, 3, 4].contains(values.shape[1]) else {
        return values
      }
      return values.transposed([0, 3, 1, 2])
    }
  }
}
