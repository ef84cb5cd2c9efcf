// Not part of the package: .ci/fuzz compiles it with the modules that read files, for libFuzzer to call.

import Foundation
import GlissadeLayers
import GlissadeOptimizers

@testable import GlissadeData
@testable import GlissadeReport
@testable import GlissadeSuite
@testable import GlissadeTraining

/// The readers of files from outside: whatever the bytes, each returns or throws.
private let readers: [String: @Sendable ([UInt8]) throws -> Void] = [
  "checkpoint": { try FuzzedRun.resume(Safetensors(bytes: $0)) },
  "comparison": { bytes in
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let line = try ComparisonLine(text: String(decoding: line, as: UTF8.self)) { _ = try line.text }
    }
  },
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
  "report": { bytes in
    // The same file as the record of a run, or of a comparison.
    let file = try RecordFile(path: "record", bytes: bytes)
    let isComparison = file.lines.first?.event == "comparison"
    let report = Report(
      runs: isComparison ? [] : [try RunRecord(file)],
      comparisons: isComparison ? [try GlissadeReport.ComparisonRecord(file)] : [], version: "0",
      landscape: { _ in nil })
    guard report.page.utf8.count > 0 else { fatalError("an empty page") }
  },
  "safetensors": { bytes in
    let file = try Safetensors(bytes: bytes)
    guard try Safetensors(bytes: file.bytes) == file else { fatalError("what was written is not read") }
    for name in file.names { _ = try file.tensor(name, as: Float.self) }
  },
  "sweep": { bytes in
    let plan = try SweepPlan(json: Data(bytes))
    for number in [0, plan.count - 1] { _ = plan.run(number) }
  },
  "text": { _ = try TextCorpus(bytes: $0) },
]

/// A run that checkpoints are of.
private enum FuzzedRun {
  static let layout = start().trainer.objective.layout

  static func start() -> TrainingRun<Classifier<Dense>, SGD, Float> {
    let trainer = Trainer(Classifier(Dense(2, 2)), optimizer: SGD(momentum: 0.9), scalar: Float.self, seed: 1)
    let plan = TrainingPlan(.epochs(2), batchSize: 2, earlyStopping: EarlyStopping(.trainingLoss, patience: 1))
    do {
      let examples = try LabeledExamples(
        features: Tensor([6, 2], (0..<12).map { Float($0) / 12 }), labels: [0, 1, 1, 0, 1, 0], classCount: 2)
      return try TrainingRun(
        trainer, training: examples, plan: plan,
        monitors: MonitorSet(named: [GradientCosineMonitor().name, MonitorSet.warningsName], every: 1))
    } catch { fatalError("\(error)") }
  }

  /// Goes on from a checkpoint, to the end of the epoch at least, and saves it again.
  static func resume(_ contents: Safetensors) throws {
    let checkpoint = try Checkpoint<Float>(CheckpointFile(contents), layout: layout)
    var run = start()
    try run.restore(checkpoint)
    for _ in 0..<8 where try run.next() == nil { break }
    _ = run.checkpoint()
  }

  /// Checkpoints in the midst of the first epoch, after it, and at the end.
  static func writeSeeds(_ folder: String) throws {
    var run = start()
    var count = 0
    while try run.next() != nil {
      count += 1
      try run.checkpoint().write(to: "\(folder)/\(count).safetensors")
    }
  }
}

private func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

/// The reader that the environment variable GLISSADE_FUZZ names.
private let reader: @Sendable ([UInt8]) throws -> Void = {
  let name = environment("GLISSADE_FUZZ") ?? ""
  guard let reader = readers[name] else {
    fatalError("GLISSADE_FUZZ is one of \(readers.keys.sorted().joined(separator: ", ")), not '\(name)'")
  }
  return reader
}()

/// Before anything is read: checkpoints are written to the folder that GLISSADE_FUZZ_SEEDS names, if there is one.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  if let folder = environment("GLISSADE_FUZZ_SEEDS") {
    do { try FuzzedRun.writeSeeds(folder) } catch { fatalError("\(error)") }
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do { try reader(bytes) } catch {
    // Every error describes itself.
    if "\(error)".isEmpty { fatalError("an error without a sentence") }
  }
  return 0
}
