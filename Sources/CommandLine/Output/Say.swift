import Foundation

/// Prints a line at once, also into a pipe, where `print` would hold it back.
///
/// Where nothing can be written any more, such as on a full disk, the program says so and ends.
func say(_ text: String) { sayRaw(text + "\n") }

/// Prints text as it is.
func sayRaw(_ text: String) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    complain("the output cannot be written; check that there is room for it.")
    exit(1)
  }
}

/// Prints a sentence where errors go, if there is such a place.
func complain(_ sentence: String) {
  try? FileHandle.standardError.write(contentsOf: Data("glissade: \(sentence)\n".utf8))
}
