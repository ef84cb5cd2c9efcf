import Foundation
import Glissade

/// What was found, as a table or as one JSON object a line.
struct Report {
  let isJSON: Bool

  /// The heading.
  func begin() {
    let kernels = KernelSelection.current.chosen.rawValue
    if isJSON {
      say(
        """
        {"header":true,"system":"glissade","version":"\(version)","cpu":"\(ProcessorFeatures.processorName)",\
        "kernels":"\(kernels)","threads":\(ThreadPool.threadCount)}
        """)
    } else {
      say("\(ProcessorFeatures.processorName), \(kernels) kernels, \(ThreadPool.threadCount) threads")
      say(row("function", "type", "patterns", "ulp", "at", "bound", ""))
    }
  }

  /// A type that cannot be examined here.
  func skip(_ type: ExaminedType, because sentence: String) {
    say(isJSON ? "{\"type\":\"\(type.rawValue)\",\"skipped\":\"\(sentence)\"}" : sentence)
  }

  /// One function on one type.
  func show(_ bound: ErrorBound, _ type: ExaminedType, _ finding: Finding, seconds: Double) {
    let limit = bound.limit(of: type)
    let isOK = finding.error <= limit
    if isJSON {
      say(
        """
        {"function":"\(bound.function)","type":"\(type.rawValue)","patterns":\(finding.count),\
        "error":\(number(finding.error)),"argument":\(number(finding.argument)),"result":\(number(finding.result)),\
        "exact":\(number(finding.exact)),"bound":\(limit),"ok":\(isOK),"seconds":\(String(format: "%.1f", seconds))}
        """)
    } else {
      say(
        row(
          "\(bound.function)", type.rawValue, "\(finding.count)", String(format: "%.4f", finding.error),
          "\(finding.argument)", "\(limit)", isOK ? "ok" : "FAILED"))
      if !isOK { say("  \(bound.function)(\(finding.argument)) gives \(finding.result), exact is \(finding.exact).") }
    }
  }

  private func row(
    _ function: String, _ type: String, _ patterns: String, _ error: String, _ argument: String, _ limit: String,
    _ verdict: String
  ) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return left(function, 10) + left(type, 8) + right(patterns, 11) + right(error, 10) + "  " + left(argument, 25)
      + right(limit, 6) + (verdict.isEmpty ? "" : "  \(verdict)")
  }

  // JSON has no infinities and NaN; they become strings.
  private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "\"\(value)\"" }
}
