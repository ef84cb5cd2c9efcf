import Foundation

// A reader that goes away, such as `head`, ends the program quietly.
signal(SIGPIPE, SIG_DFL)
do {
  try ReportCommand(Array(CommandLine.arguments.dropFirst())).run()
} catch {
  try? FileHandle.standardError.write(contentsOf: Data("glissade-bench-report: \(error)\n".utf8))
  exit(error is UsageError ? 2 : 1)
}
