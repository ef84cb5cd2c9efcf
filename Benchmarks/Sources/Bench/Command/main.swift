import Foundation
import Glissade

do {
  try BenchmarkCommand(Array(CommandLine.arguments.dropFirst())).run()
} catch {
  try? FileHandle.standardError.write(contentsOf: Data("glissade-bench: \(error)\n".utf8))
  exit(2)
}
