import Foundation
import Glissade

do {
  try BenchmarkCommand(Array(CommandLine.arguments.dropFirst())).run()
} catch {
  FileHandle.standardError.write(Data("glissade-bench: \(error)\n".utf8))
  exit(2)
}
