// Not part of the package: .ci/fuzz compiles it with the sources of GlissadeData, for libFuzzer to call.

import Foundation

/// The readers of files from outside: whatever the bytes, each returns or throws.
private let readers: [String: @Sendable ([UInt8]) throws -> Void] = [
  "csv": { bytes in
    let table = try CSVTable(bytes: bytes)
    _ = try table.labeledExamples()
    _ = try table.targetExamples()
  },
  "gzip": { _ = try Gzip.unpack($0, limit: 1 << 22) },
  "idx": { _ = try RawTensor(idx: Gzip.unpackIfPacked($0, limit: 1 << 22)).pixels() },
  "inflate": { _ = try Inflate.unpack($0[...], limit: 1 << 22) },
  "json": { bytes in
    var reader = JSONReader(bytes[...])
    try reader.skipValue()
    try reader.readEnd()
  },
  "npy": { _ = try RawTensor(npy: $0[...]).tensor(as: Float.self) },
  "npz": { bytes in
    let archive = try NPZ(bytes: bytes, limit: 1 << 22)
    for name in archive.names { _ = try archive.tensor(name, as: Float.self) }
  },
  "safetensors": { bytes in
    let file = try Safetensors(bytes: bytes)
    guard try Safetensors(bytes: file.bytes) == file else { fatalError("what was written is not read") }
    for name in file.names { _ = try file.tensor(name, as: Float.self) }
  },
  "text": { _ = try TextCorpus(bytes: $0) },
]

/// The reader that the environment variable GLISSADE_FUZZ names.
private let reader: @Sendable ([UInt8]) throws -> Void = {
  let name = ProcessInfo.processInfo.environment["GLISSADE_FUZZ"] ?? ""
  guard let reader = readers[name] else {
    fatalError("GLISSADE_FUZZ is one of \(readers.keys.sorted().joined(separator: ", ")), not '\(name)'")
  }
  return reader
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do { try reader(bytes) } catch {
    // Every error describes itself.
    if "\(error)".isEmpty { fatalError("an error without a sentence") }
  }
  return 0
}
