/// What can be wrong with comma-separated values; each case describes itself in a sentence that says what to do.
public enum CSVError: Error, Hashable, CustomStringConvertible {
  /// There is no row of numbers.
  case noRows
  /// There is no column beside that of labels.
  case noNumbers
  /// There are more rows or columns than a tensor has.
  case tooLarge
  /// There is no such column.
  case noColumn(String, count: Int)
  /// A row has more or fewer fields than the first.
  case fieldCount(line: Int, found: Int, expected: Int)
  /// A field should be a number.
  case notNumber(line: Int, column: Int, text: String)
  /// A quote is not closed.
  case openQuote(line: Int)
  /// Something follows a closing quote.
  case textAfterQuote(line: Int)
  /// A label is none of the classes, or no number where one is wanted.
  case unknownClass(String)

  /// The sentence.
  public var description: String {
    switch self {
    case .noRows: "The table has no rows of numbers."
    case .noNumbers: "The table has one column, that of labels; it needs at least one of numbers, separated by commas."
    case .tooLarge: "The table has more than \(Int32.max) rows or columns; split it."
    case .noColumn(let name, let count):
      "The table has no column '\(name)' among its \(count); name another for labels."
    case .fieldCount(let line, let found, let expected):
      "Line \(line) of the table has \(found) fields where the first row has \(expected); every row needs as many."
    case .notNumber(let line, let column, let text):
      "Line \(line) of the table has '\(text)' in field \(column), which is no number; only the column of labels may have "
        + "text."
    case .openQuote(let line): "Line \(line) of the table opens a quote that is never closed."
    case .textAfterQuote(let line):
      "Line \(line) of the table goes on after a closing quote; write quotes in quotes twice."
    case .unknownClass(let label): "The label '\(label)' is none of the classes, or no number where one is wanted."
    }
  }
}
