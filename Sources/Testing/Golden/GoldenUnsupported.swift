/// Thrown where a case asks for what is not supported; the reason is reported.
struct GoldenUnsupported: Error, CustomStringConvertible {
  let description: String
  init(_ reason: String) { description = reason }
}
