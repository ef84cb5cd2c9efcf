/// One run of a sweep.
public struct SweepRun: Hashable, Sendable {
  /// Its number, from 0.
  public let number: Int
  /// The command.
  public let command: String
  /// The options as a command line has them.
  public let arguments: [String]
  /// The options of which the plan has several values, each with this run's.
  public let varying: [String]

  /// The name of its folder: the number and what varies, in letters that every file system has.
  public var folderName: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let parts = varying.map { part in
      String(part.map { $0.isASCII && ($0.isLetter || $0.isNumber || "=._+-".contains($0)) ? $0 : "_" })
    }
    return String(([padded] + parts).joined(separator: ",").prefix(120))
  }
}
