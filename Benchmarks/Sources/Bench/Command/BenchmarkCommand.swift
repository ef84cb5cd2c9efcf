import Foundation
import Glissade

/// `glissade-bench`: measures the workloads and prints a line for each.
struct BenchmarkCommand {
  static let help = """
    Measures Glissade on this machine.

    Usage: glissade-bench [OPTIONS]

      --only PREFIX,…     only workloads whose names begin so
      --gemm M,N,K[,tn]   a matrix product of any shape instead: t for a transposed operand, n for one as it is
      --threads N         threads to compute with (default: GLISSADE_THREADS, else all cores)
      --seconds S         least duration of a repetition (default 0.2)
      --json              print one JSON object a line
      --list              print the names of the workloads
    """

  /// A command line that makes no sense.
  struct UsageError: Error, CustomStringConvertible {
    let description: String
  }

  private var prefixes: [String] = []
  private var products: [MatrixProduct] = []
  private var seconds = 0.2
  private var isJSON = false
  private var action: Action = .measure

  private enum Action { case measure, list, help, countObjects(String) }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of name: String) throws -> String {
      guard let value = rest.popFirst() else { throw UsageError(description: "\(name) needs a value.") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--only": prefixes += try value(of: argument).split(separator: ",").map(String.init)
      case "--gemm": products.append(try Self.product(try value(of: argument)))
      case "--threads":
        guard let count = Int(try value(of: argument)), count >= 1 else {
          throw UsageError(description: "--threads takes a whole number of at least 1.")
        }
        ThreadPool.threadCount = count
      case "--seconds":
        guard let duration = Double(try value(of: argument)), duration > 0, duration <= 60 else {
          throw UsageError(description: "--seconds takes a number above 0 and up to 60.")
        }
        seconds = duration
      case "--json": isJSON = true
      case "--count-objects": action = .countObjects(try value(of: argument))
      case "--list": action = .list
      case "--help", "-h": action = .help
      default: throw UsageError(description: "'\(argument)' is not an option; --help lists them.")
      }
    }
  }

  func run() throws {
    if let problem = KernelSelection.current.problem ?? ThreadPool.problem { throw UsageError(description: problem) }
    let all = products.isEmpty ? Workload.all : products.map { Workload.matrixProduct("float32", Float.self, $0) }
    let workloads = all.filter { workload in prefixes.isEmpty || prefixes.contains { workload.name.hasPrefix($0) } }
    guard !workloads.isEmpty else { throw UsageError(description: "No workload's name begins so; --list prints them.") }
    switch action {
    case .help: say(Self.help)
    case .countObjects(let name):
      guard let work = workloads.first(where: { $0.name == name })?.makeCountedWork?() else {
        throw UsageError(description: "No objects are counted in '\(name)'.")
      }
      ObjectCounter.answer(work)
    case .list: for workload in workloads { say(workload.name) }
    case .measure:
      say(isJSON ? header : "\(ProcessorFeatures.processorName), \(kernels) kernels, \(threads) threads")
      let stopwatch = Stopwatch(seconds: seconds)
      for workload in workloads { show(workload.name, workload.run(stopwatch)) }
    }
  }

  private var kernels: String { KernelSelection.current.chosen.rawValue }
  private var threads: Int { ThreadPool.threadCount }

  private var header: String {
    var line = JSONLine()
    line.add("header", true)
    line.add("system", "glissade")
    line.add("version", version)
    line.add("swift", Provenance.swiftVersion)
    line.add("commit", Provenance.commit)
    line.add("cpu", ProcessorFeatures.processorName)
    line.add("kernels", kernels)
    line.add("threads", threads)
    return line.text
  }

  private func show(_ name: String, _ result: Workload.Result) {
    let (value, median, spread) = (result.measurement.best, result.measurement.median, result.measurement.spread)
    if isJSON {
      var line = JSONLine()
      line.add("workload", name)
      line.add("system", "glissade")
      line.add("threads", threads)
      line.add("value", value)
      line.add("unit", result.unit)
      line.add("median", median)
      line.add("spread", spread)
      for detail in result.details { line.add(detail.name, detail.value) }
      say(line.text)
    } else {
      let details = result.details.map { String(format: ", \($0.name) %.3g", $0.value) }.joined()
      let figures =
        String(format: "%10.3f ", value) + result.unit
        + String(format: " (median %.3f, spread %.0f %%)", median, 100 * spread)
      say(name.padding(toLength: max(24, name.count + 1), withPad: " ", startingAt: 0) + figures + details)
    }
  }

  private static func product(_ text: String) throws -> MatrixProduct {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let sizes = parts.prefix(3).compactMap(Int.init)
    let letters = parts.count == 4 ? parts[3] : "nn"
    guard parts.count == 3 || parts.count == 4, sizes.count == 3, sizes.allSatisfy({ $0 > 0 }),
      letters.count == 2, letters.allSatisfy({ $0 == "t" || $0 == "n" })
    else {
      throw UsageError(description: "--gemm takes M,N,K and optionally two letters, as in 128,64,256,tn.")
    }
    return MatrixProduct(
      rows: sizes[0], columns: sizes[1], depth: sizes[2], transposesA: letters.first == "t",
      transposesB: letters.last == "t")
  }
}
