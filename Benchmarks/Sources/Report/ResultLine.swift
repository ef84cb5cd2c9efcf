import Foundation

/// One line of a file of results: a header, or what was measured.
enum ResultLine {
  case header
  case measured(Measured)

  /// What is wrong with a line, as a sentence.
  struct Problem: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }

  /// The members that matter here; others are left alone.
  private struct Members: Decodable {
    let header: Bool?
    let workload: String?
    let system: String?
    let threads: Int?
    let value: Double?
    let unit: String?
    let spread: Double?
  }

  init(_ text: Data) throws(Problem) {
    let members: Members
    do { members = try JSONDecoder().decode(Members.self, from: text) } catch {
      throw Problem("This is not an object of JSON as glissade-bench --json prints it; remove the line.")
    }
    if members.header == true {
      self = .header
    } else {
      self = .measured(try Self.measured(members))
    }
  }

  private static func measured(_ members: Members) throws(Problem) -> Measured {
    let workload = try name(members.workload, "workload")
    let system = try name(members.system, "system")
    guard let threads = members.threads, (1...65_536).contains(threads) else {
      throw Problem("\"threads\" must be a whole number of at least 1; measure again.")
    }
    guard let unit = members.unit.flatMap(Unit.init(rawValue:)) else {
      let units = Unit.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem("\"unit\" must be one of \(units); correct the line.")
    }
    // The bounds leave room for ratios, products and pictures of such values.
    guard let value = members.value, (1e-12...1e15).contains(value) else {
      throw Problem("\"value\" must be a number above 0 (from 1e-12 to 1e15); measure again.")
    }
    let spread = members.spread ?? 0
    guard (0...1e6).contains(spread) else {
      throw Problem("\"spread\" must be a number from 0 to 1e6; measure again.")
    }
    return Measured(
      measuredCase: Measured.Case(workload: workload, threads: threads), system: system, unit: unit, value: value,
      spread: spread)
  }

  /// A name that neither Markdown nor SVG takes for something else.
  private static func name(_ text: String?, _ member: String) throws(Problem) -> String {
    guard let text, (1...100).contains(text.utf8.count), text.utf8.allSatisfy(isPlain)
    else {
      throw Problem("\"\(member)\" must be a name of up to 100 letters, digits and . , - + _; correct the line.")
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", ".", ",", "-", "+", "_": true
    default: false
    }
  }
}
