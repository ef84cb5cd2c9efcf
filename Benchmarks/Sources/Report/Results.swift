import Foundation

/// What a number of files hold: the best result of each case and system.
struct Results {
  /// The cases, in the order in which their workloads first appear, and for each by rising number of threads.
  private(set) var cases: [Measured.Case] = []
  /// The systems: Glissade's first, then the others in the order in which they first appear.
  private(set) var systems: [String] = []
  private var known: Set<Measured.Case> = []
  private var best: [Key: Measured] = [:]
  private var units: [String: Unit] = [:]

  private struct Key: Hashable {
    let measuredCase: Measured.Case
    let system: String
  }

  /// The system whose speed is compared with the others'.
  static let ours = "glissade"
  /// Files of results are small; more than this is something else.
  private static let largestFile = 64 << 20
  /// A column for each system must fit into a table.
  private static let mostSystems = 32

  /// Reads files; only workloads whose names begin so are kept.
  init(files: [String], prefix: String = "") throws {
    for file in files { try read(file, prefix: prefix) }
    var positions: [String: Int] = [:]
    for (index, measuredCase) in cases.enumerated() where positions[measuredCase.workload] == nil {
      positions[measuredCase.workload] = index
    }
    cases.sort { (positions[$0.workload] ?? 0, $0.threads) < (positions[$1.workload] ?? 0, $1.threads) }
    guard !cases.isEmpty else {
      throw NothingToReportError(
        description: prefix.isEmpty
          ? "There is no result in \(files.joined(separator: ", ")); measure with glissade-bench --json."
          : "No workload's name begins with '\(prefix)'; leave out --only to see them all.")
    }
  }

  /// The result of a system, if it has one.
  subscript(_ measuredCase: Measured.Case, system: String) -> Measured? {
    best[Key(measuredCase: measuredCase, system: system)]
  }

  /// The number of results.
  var count: Int { best.count }

  /// The unit of a workload.
  func unit(of measuredCase: Measured.Case) -> Unit? { units[measuredCase.workload] }

  /// The fastest of the systems that are not Glissade.
  func bestOther(_ measuredCase: Measured.Case) -> Measured? {
    systems.filter { $0 != Self.ours }.compactMap { self[measuredCase, $0] }
      .max { $1.ratio(to: $0) > 1 }
  }

  /// How many times as fast Glissade is as the best other system, if both have a result.
  func ratio(_ measuredCase: Measured.Case) -> Double? {
    guard let ours = self[measuredCase, Self.ours], let other = bestOther(measuredCase) else { return nil }
    return ours.ratio(to: other)
  }

  private mutating func read(_ file: String, prefix: String) throws {
    var seesHeader = false
    for (index, text) in try Self.lines(of: file).enumerated() where !text.isEmpty {
      func wrong(_ problem: String) -> LineError { LineError(file: file, line: index + 1, problem: problem) }
      let line: ResultLine
      do { line = try ResultLine(text) } catch { throw wrong(error.sentence) }
      switch line {
      case .header: seesHeader = true
      case .measured(let measured):
        guard seesHeader else { throw wrong("A file must begin with a header, as glissade-bench --json prints it.") }
        guard measured.measuredCase.workload.hasPrefix(prefix) else { continue }
        guard units[measured.measuredCase.workload, default: measured.unit] == measured.unit else {
          throw wrong("An earlier line gives this workload in another unit; report the files apart.")
        }
        guard systems.contains(measured.system) || systems.count < Self.mostSystems else {
          throw wrong("There are results of more than \(Self.mostSystems) systems; report some of them apart.")
        }
        add(measured)
      }
    }
    guard seesHeader else {
      throw InputError(file: file, problem: "holds no results; write it with glissade-bench --json.")
    }
  }

  private mutating func add(_ measured: Measured) {
    let key = Key(measuredCase: measured.measuredCase, system: measured.system)
    units[measured.measuredCase.workload] = measured.unit
    if known.insert(measured.measuredCase).inserted { cases.append(measured.measuredCase) }
    if !systems.contains(measured.system) {
      systems.insert(measured.system, at: measured.system == Self.ours ? 0 : systems.endIndex)
    }
    if let earlier = best[key], earlier.ratio(to: measured) >= 1 { return }
    best[key] = measured
  }

  private static func lines(of file: String) throws -> [Data] {
    guard let handle = FileHandle(forReadingAtPath: file),
      let data = try? handle.read(upToCount: largestFile + 1) ?? Data()
    else {
      throw InputError(file: file, problem: "cannot be read; check that it exists and is a file.")
    }
    guard data.count <= largestFile else {
      throw InputError(file: file, problem: "is larger than \(largestFile >> 20) MB; it holds no results.")
    }
    return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
