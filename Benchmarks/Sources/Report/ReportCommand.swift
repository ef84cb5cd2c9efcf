import Foundation

/// `glissade-bench-report`: shows and compares what was measured.
struct ReportCommand {
  static let help = """
    Shows and compares results, as glissade-bench --json and Benchmarks/Peers/peers.py print them.

    Usage: glissade-bench-report table FILE… [--only PREFIX]
           glissade-bench-report chart FILE… -o OUT.svg [--only PREFIX] [--title TEXT]
           glissade-bench-report compare OLD NEW [--only PREFIX]

      table               all systems side by side in Markdown, and how Glissade compares with the best other system
      chart               the same as a picture: products of one scalar type over their size, others as ratios
      compare             what changed from one file to another

      --only PREFIX       only workloads whose names begin so
      -o, --output FILE   the picture to write
      --title TEXT        what stands above the picture
    """

  private enum Action: String { case table, chart, compare }

  private let action: Action?
  private var files: [String] = []
  private var prefix = ""
  private var output: String?
  private var title: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of name: String) throws -> String {
      guard let value = rest.popFirst() else { throw UsageError(description: "\(name) needs a value.") }
      return value
    }
    let name = rest.popFirst()
    if name == nil || arguments.contains("--help") || arguments.contains("-h") {
      action = nil
      return
    }
    action = name.flatMap(Action.init(rawValue:))
    guard let action else {
      throw UsageError(description: "'\(name ?? "")' is not an action; --help lists them.")
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--only": prefix = try value(of: argument)
      case _ where action == .chart && ["--output", "-o"].contains(argument): output = try value(of: argument)
      case "--title" where action == .chart: title = try value(of: argument)
      case _ where argument.hasPrefix("-"):
        throw UsageError(description: "'\(argument)' is not an option of \(action.rawValue); --help lists them.")
      default: files.append(argument)
      }
    }
    guard !files.isEmpty, action != .compare || files.count == 2 else {
      throw UsageError(description: "\(action.rawValue) needs \(action == .compare ? "two files" : "a file").")
    }
    guard action != .chart || output != nil else { throw UsageError(description: "chart needs -o OUT.svg.") }
  }

  func run() throws {
    switch action {
    case nil: print(Self.help)
    case .table: print(SystemTable(results: try Results(files: files, prefix: prefix)).text)
    case .compare:
      let old = try Results(files: [files[0]], prefix: prefix)
      let new = try Results(files: [files[1]], prefix: prefix)
      print(try ComparisonTable(old: old, new: new).text)
    case .chart:
      let results = try Results(files: files, prefix: prefix)
      if let output { try AtomicFile.write(try Chart(results, title: title).svg, to: output) }
    }
  }
}
