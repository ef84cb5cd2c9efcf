import Foundation

/// What the measured program was built from, as far as the machine can still tell when it runs.
enum Provenance {
  /// The version of the `swift` on the path, such as `6.3.1`.
  static var swiftVersion: String? {
    guard let words = output(of: ["swift", "--version"])?.split(whereSeparator: \.isWhitespace),
      let label = words.firstIndex(of: "version"), label + 1 < words.endIndex
    else { return nil }
    return String(words[label + 1])
  }

  /// The commit of the package's folder, with `-dirty` if a file in its tree is changed or new.
  static var commit: String? {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let git = ["git", "--no-optional-locks", "-C", folder]
    guard let hash = output(of: git + ["rev-parse", "--short", "HEAD"]),
      let changes = output(of: git + ["status", "--porcelain"])
    else { return nil }
    return hash + (changes.isEmpty ? "" : "-dirty")
  }

  /// What a program on the path prints, nil if it is not there or fails.
  private static func output(of command: [String]) -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(bytes: answer, encoding: .utf8)?.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
