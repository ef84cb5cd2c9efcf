import Foundation

/// Prints a line at once, also into a pipe, where `print` would hold it back.
func say(_ text: String) {
  FileHandle.standardOutput.write(Data((text + "\n").utf8))
}
