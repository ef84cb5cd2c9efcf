import Foundation

/// Prints a line at once, also into a pipe, where `print` would hold it back.
func say(_ text: String) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
  } catch {
    exit(1)
  }
}
