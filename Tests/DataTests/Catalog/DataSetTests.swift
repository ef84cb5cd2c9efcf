import Foundation
import Testing

@testable import GlissadeData

@Suite("Data sets by name") struct DataSetTests {
  /// A file in IDX of bytes.
  func idx(_ shape: [Int], _ bytes: [UInt8]) -> [UInt8] {
    [0, 0, 8, UInt8(shape.count)] + shape.flatMap { [0, 0, 0, UInt8($0)] } + bytes
  }

  func write(_ bytes: [UInt8], _ path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Three training images and two test images of 1 × 2 pixels, and their labels.
  func writeImages(_ folder: String) throws {
    try write(idx([3, 1, 2], [0, 255, 51, 102, 0, 0]), folder + "/train-images-idx3-ubyte")
    try write(idx([3], [0, 2, 1]), folder + "/train-labels-idx1-ubyte")
    try write(idx([2, 1, 2], [255, 0, 0, 255]), folder + "/t10k-images-idx3-ubyte")
    try write(idx([2], [1, 0]), folder + "/t10k-labels-idx1-ubyte")
  }

  func labeled(_ source: DataSource, in folders: [String] = []) throws -> LabeledData {
    guard case .labeled(let data) = try DataSet.load(source, in: DataFolders(folders)) else {
      throw DataError.noExamples
    }
    return data
  }

  @Test("Names, and everything else is a path") func names() {
    #expect(DataSource("fashion-mnist") == .fashionMNIST && DataSource.fashionMNIST.name == "fashion-mnist")
    #expect(DataSource("./mnist") == .path("./mnist") && DataSource("x.csv").name == "x.csv")
  }

  @Test("The digits are the embedded ones") func digits() throws {
    let data = try labeled(.digits)
    #expect(data.size == [8, 8] && data.classCount == 10)
    #expect(try data.reshaped(to: [64]).training.features == Digits.load().training.features)
  }

  @Test("Images in MNIST's form, by name and by folder") func images() throws {
    try withTemporaryFolder { folder in
      try writeImages(folder + "/mnist")
      try writeImages(folder + "/fashion-mnist")
      for source in [DataSource.mnist, .fashionMNIST, .path(folder + "/mnist")] {
        let data = try labeled(source, in: [folder + "/none", folder])
        #expect(data.size == [1, 2] && data.classCount == 3)
        #expect(data.training.features == Tensor([3, 1, 2], [0, 1, 0.2, 0.4, 0, 0]))
        #expect(data.test.labels == [1, 0])
      }
      try FileManager.default.moveItem(
        atPath: folder + "/mnist/t10k-labels-idx1-ubyte", toPath: folder + "/mnist/other")
      #expect(throws: MissingData.self) { try labeled(.mnist, in: [folder]) }
      #expect(throws: DataFileError.self) { try labeled(.path(folder + "/mnist")) }
      try write(idx([3], [0, 1, 1]), folder + "/mnist/t10k-labels-idx1-ubyte")
      #expect(throws: DataError.sizesDiffer("3 labels for inputs of shape [2, 1, 2]")) {
        try labeled(.mnist, in: [folder])
      }
    }
  }

  @Test("Tables, arrays and texts by their paths") func files() throws {
    try withTemporaryFolder { folder in
      let rows = (0..<40).map { "\($0),\($0 % 2),\($0 % 4 == 0 ? "a" : "b")\n" }.joined()
      try write(Array(rows.utf8), folder + "/all.csv")
      let split = try labeled(.path(folder + "/all.csv"))
      #expect(split.training.count == 32 && split.test.labels.count { $0 == 0 } == 2 && split.size == [2])
      try write(Array(rows.utf8), folder + "/train.csv")
      try write(Array("7,7,b\n".utf8), folder + "/test.csv")
      let both = try labeled(.path(folder))
      #expect(both.training.count == 40 && both.test.labels == [1])
      try write(Array("to be or not to be".utf8), folder + "/hamlet.txt")
      guard case .text(let text) = try DataSet.load(.path(folder + "/hamlet.txt")) else {
        Issue.record("no text")
        return
      }
      #expect(text.vocabulary.decode(text.validation.tokens) == "be")
      try write(Fixture.npzStored, folder + "/some.npz")
      let error = #expect(throws: DataFileError.self) { try DataSet.load(.path(folder + "/some.npz")) }
      #expect(error?.description.hasSuffix("some.npz': The NumPy archive has no array 'x_train'.") == true)
    }
  }

  @Test("What is missing is said with how to get it") func missing() {
    for (source, words) in [
      (DataSource.mnist, "train-images-idx3-ubyte"), (.text, "tinyshakespeare.txt"),
      (.path("/none"), "digits, mnist, fashion-mnist, text"),
    ] {
      let error = #expect(throws: MissingData.self) { try DataSet.load(source, in: DataFolders(["/none"])) }
      #expect(error?.description.contains(words) == true)
    }
    #expect(MissingData(source: .fashionMNIST, folders: DataFolders(["x"])).description.contains("apt-get install"))
  }
}
