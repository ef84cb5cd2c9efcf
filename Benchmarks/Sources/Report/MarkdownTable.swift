/// A table in Markdown whose columns line up in plain text too.
struct MarkdownTable {
  /// A column's name, and whether its cells are numbers, which are set to the right.
  struct Column {
    let name: String
    let isNumber: Bool

    static func text(_ name: String) -> Column { Column(name: name, isNumber: false) }
    static func number(_ name: String) -> Column { Column(name: name, isNumber: true) }
  }

  let columns: [Column]
  /// A cell for each column.
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The table's lines.
  var text: String {
    let widths = columns.indices.map { index in
      ([columns[index].name] + rows.map { $0[index] }).map(\.count).max().map { max(3, $0) } ?? 3
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { index in
        let space = String(repeating: " ", count: widths[index] - cells[index].count)
        return columns[index].isNumber ? space + cells[index] : cells[index] + space
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = columns.indices.map { index in
      columns[index].isNumber
        ? String(repeating: "-", count: widths[index] - 1) + ":" : String(repeating: "-", count: widths[index])
    }
    return ([line(columns.map(\.name)), line(rule)] + rows.map(line)).joined(separator: "\n")
  }
}
