import Foundation

/// Numbers as people read them, and columns that line up.
enum Format {
  /// A number with so many decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

  /// A share as a percentage with one decimal, a dash where there is none.
  static func percent(_ share: Double?) -> String { share.map { fixed(100 * $0, 1) + " %" } ?? "–" }

  /// A count with its thousands set apart.
  static func count(_ value: Double) -> String {
    var digits = Array(String(Int(value.rounded())))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return String(digits)
  }

  /// Rows under a heading, each column as wide as its widest cell; columns after the first are set to the right where
  /// `right` says so.
  static func table(_ heading: [String], _ rows: [[String]], right: Set<Int> = []) -> String {
    let all = [heading] + rows
    let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return right.contains(column) ? space + row[column] : row[column] + space
      }
      .joined(separator: "  ").replacing(/\s+$/, with: "")
    }
    .joined(separator: "\n")
  }
}
