import Foundation

/// The bytes of a text in Base64; line breaks do not count.
func base64(_ text: String) -> [UInt8] {
  Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
}
