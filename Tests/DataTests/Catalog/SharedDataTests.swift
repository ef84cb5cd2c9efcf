import Foundation
import Testing

@testable import GlissadeData

/// The folder with the data sets that are not part of the package: GLISSADE_DATA, else ../shared/data beside the checkout.
let sharedData: String? = {
  let named = ProcessInfo.processInfo.environment["GLISSADE_DATA"]
  let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/data").standardized.path
  return [named, beside].compactMap(\.self).first(where: FileManager.default.fileExists)
}()

@Suite(
  "Data sets from elsewhere",
  .enabled(if: sharedData != nil, "GLISSADE_DATA names no folder, and there is no ../shared/data"))
struct SharedDataTests {
  @Test(
    "MNIST unpacks to the known files",
    arguments: [
      ("train-images-idx3-ubyte", "ba891046e6505d7a"), ("train-labels-idx1-ubyte", "65a50cbbf4e906d7"),
      ("t10k-images-idx3-ubyte", "0fa7898d509279e4"), ("t10k-labels-idx1-ubyte", "ff7bcfd416de3373"),
    ])
  func mnist(name: String, sum: String) throws {
    let folder = try #require(sharedData)
    let unpacked = try Gzip.unpack(FileContents.bytes(of: "\(folder)/\(name).gz"))
    try withTemporaryFolder { temporary in
      let path = "\(temporary)/\(name)"
      try Data(unpacked).write(to: URL(fileURLWithPath: path))
      #expect(try output(of: ["sha256sum", path]).hasPrefix(sum))
    }
  }

  @Test("MNIST's test images and labels") func images() throws {
    let folder = try #require(sharedData)
    let labels = try RawTensor(idxFile: folder + "/t10k-labels-idx1-ubyte.gz").integers
    #expect(labels.count == 10_000 && labels[..<5] == [7, 2, 1, 0, 4])
    let images = try RawTensor(idxFile: folder + "/t10k-images-idx3-ubyte.gz").pixels()
    #expect(images.shape == [10_000, 28, 28] && images.reduced(.maximum) == 1)
  }

  @Test("Shakespeare has 65 symbols, nine tenths of which train") func text() throws {
    let folder = try #require(sharedData)
    guard case .text(let text) = try DataSet.load(.text, in: DataFolders([folder])) else { return }
    #expect(text.vocabulary.count == 65)
    #expect(text.training.tokens.count == 1_003_854 && text.validation.tokens.count == 111_540)
  }

  /// What a command prints.
  func output(of command: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
