import Foundation
import Glissade

/// `glissade-accuracy`: compares the elementary functions with the system's, and prints a line for each.
struct AccuracyCommand {
  static let help = """
    Verifies the error bounds of the elementary functions: on every Float, on every Float16, and on millions of Doubles.

    Usage: glissade-accuracy [OPTIONS]

      --only NAME,…      only these functions: \(ErrorBound.all.map { "\($0.function)" }.joined(separator: ", "))
      --type TYPE,…      only these types: \(ExaminedType.allCases.map(\.rawValue).joined(separator: ", "))
      --stride N         only every Nth Float and Double, for a quick look (default 1)
      --threads N        threads to compute with (default: GLISSADE_THREADS, else all cores)
      --json             print one JSON object a line

    The environment variable GLISSADE_KERNELS chooses the kernels. Errors are in units in the last place of the exact
    result; for gelu, which cancels, of the larger of 1 and |x|, and for silu at least of |x| times the least normal
    number. The exit status is 1 if a bound does not hold.
    """

  /// A command line that makes no sense.
  struct UsageError: Error, CustomStringConvertible {
    let description: String
  }

  private var bounds = ErrorBound.all
  private var types = ExaminedType.allCases
  private var stride = 1
  private var isJSON = false
  private var isHelp = false

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of name: String) throws -> String {
      guard let value = rest.popFirst() else { throw UsageError(description: "\(name) needs a value.") }
      return value
    }
    func number(of name: String) throws -> Int {
      guard let number = Int(try value(of: name)), (1...1_000_000_000).contains(number) else {
        throw UsageError(description: "\(name) takes a whole number from 1 to 1000000000.")
      }
      return number
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--only":
        bounds = try Self.chosen(try value(of: argument), for: argument, from: ErrorBound.all) { "\($0.function)" }
      case "--type":
        types = try Self.chosen(try value(of: argument), for: argument, from: ExaminedType.allCases) { $0.rawValue }
      case "--stride": stride = try number(of: argument)
      case "--threads": ThreadPool.threadCount = try number(of: argument)
      case "--json": isJSON = true
      case "--help", "-h": isHelp = true
      default: throw UsageError(description: "'\(argument)' is not an option; --help lists them.")
      }
    }
  }

  /// The choices that a list of names stands for, in their own order.
  private static func chosen<Choice>(
    _ text: String, for option: String, from choices: [Choice], name: (Choice) -> String
  ) throws -> [Choice] {
    let wanted = text.split(separator: ",").map(String.init)
    let names = choices.map(name)
    if let unknown = wanted.first(where: { !names.contains($0) }) {
      throw UsageError(
        description: "\(option) does not know '\(unknown)'; it takes some of \(names.joined(separator: ","))."
      )
    }
    guard !wanted.isEmpty else {
      throw UsageError(description: "\(option) needs a name; it takes some of \(names.joined(separator: ",")).")
    }
    return choices.filter { wanted.contains(name($0)) }
  }

  /// Examines what was asked for; the result is the exit status, 1 where a bound does not hold.
  func run() throws -> Int32 {
    if isHelp {
      say(Self.help)
      return 0
    }
    if let problem = KernelSelection.current.problem ?? ThreadPool.problem { throw UsageError(description: problem) }
    let report = Report(isJSON: isJSON)
    report.begin()
    var isEverythingFine = true
    for type in types {
      if let absence = type.absence {
        report.skip(type, because: absence)
        continue
      }
      for bound in bounds {
        let started = ContinuousClock.now
        guard let finding = type.examine(bound, stride: stride) else { continue }
        report.show(bound, type, finding, seconds: (ContinuousClock.now - started) / .seconds(1))
        if finding.error > bound.limit(of: type) { isEverythingFine = false }
      }
    }
    return isEverythingFine ? 0 : 1
  }
}
