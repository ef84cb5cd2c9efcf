import Foundation

do {
  exit(try AccuracyCommand(Array(CommandLine.arguments.dropFirst())).run())
} catch {
  try? FileHandle.standardError.write(contentsOf: Data("glissade-accuracy: \(error)\n".utf8))
  exit(2)
}
