/// A table of a page, which the reader can sort by any column.
struct Table {
  /// What stands in a cell, and by what it is sorted.
  struct Cell {
    /// How a text looks.
    enum Look: String { case plain, code, state, bad }

    /// What stands before the text, such as a line's swatch.
    var lead: Markup = ""
    var text: String
    var look = Look.plain
    /// A number to sort by; nil sorts by the text, and last if that is empty.
    var value: Double?
    /// What else is to be known, shown when the pointer rests on the cell.
    var hint: String?

    static func text(_ text: String) -> Cell { Cell(text: text) }

    /// A number as it is written, sorted by its value, which is shown in full when the pointer rests on it.
    static func number(_ value: Double?, _ text: String) -> Cell {
      let isShort = value.map { "\($0)" != text && $0.isFinite } ?? false
      return Cell(text: text, value: value, hint: isShort ? value.map { "\($0)" } : nil)
    }

    var content: Markup {
      switch look {
      case .plain: "\(lead)\(text)"
      case .code: "<code>\(text)</code>"
      case .state, .bad: "<span class=\"\(look.rawValue)\">\(text)</span>"
      }
    }
  }

  struct Column {
    let title: String
    let isNumeric: Bool
    let help: String?

    static func text(_ title: String, help: String? = nil) -> Column {
      Column(title: title, isNumeric: false, help: help)
    }
    static func number(_ title: String, help: String? = nil) -> Column {
      Column(title: title, isNumeric: true, help: help)
    }
  }

  let caption: String
  let columns: [Column]
  let rows: [[Cell]]

  /// The table; the first cell of a row names it.
  var markup: Markup {
    let heads = columns.map { column -> Markup in
      let hint: Markup = column.help.map { " title=\"\($0)\"" } ?? ""
      return "<th scope=\"col\"\(column.isNumeric ? " class=\"number\"" as Markup : "")\(hint)>\(column.title)</th>"
    }
    let lines = rows.map { row -> Markup in
      let cells = row.enumerated().map { index, cell -> Markup in
        let value: Markup = cell.value.map { " data-value=\"\(Self.sortable($0))\"" } ?? ""
        let hint: Markup = cell.hint.map { " title=\"\($0)\"" } ?? ""
        let kind: Markup = columns[index].isNumeric ? " class=\"number\"" : ""
        return index == 0
          ? "<th scope=\"row\"\(value)\(hint)>\(cell.content)</th>" : "<td\(kind)\(value)\(hint)>\(cell.content)</td>"
      }
      return "<tr>\(Markup(trusted: cells.map(\.text).joined()))</tr>"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table class="sortable"><caption class="hidden">\(caption)</caption>
      <thead><tr>\(Markup(trusted: heads.map(\.text).joined()))</tr></thead>
      <tbody>
      \(lines)
      </tbody></table>
      </div>
      """
  }

  private static func sortable(_ value: Double) -> String {
    value.isFinite ? "\(value)" : value.isNaN ? "" : value < 0 ? "-Infinity" : "Infinity"
  }
}

extension [Double?] {
  /// The values as cells of one column: all with the same number of decimals, three significant digits in the smallest, where
  /// their magnitudes are not far apart; else each with four.
  func cells() -> [Table.Cell] {
    let shown = compactMap { $0 }.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let (least, greatest) = (shown.min() ?? 1, shown.max() ?? 1)
    let isWhole = shown.allSatisfy { $0 == $0.rounded() && $0 < 1e9 }
    let decimals = isWhole ? 0 : Swift.max(0, 2 - NumberText.exponent(least))
    let isNarrow = decimals <= 5 && greatest / least < 1e3
    return map { value in
      guard let value, value.isFinite else { return .number(value, NumberText.short(value)) }
      let text = isWhole || isNarrow ? NumberText.decimal(value, decimals) : NumberText.short(value)
      return .number(value, text)
    }
  }
}
